import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openapiDocument } from '../../shared/api/docs/openapi/document.ts';
import { exampleUploadId } from '../../shared/api/docs/openapi/path-parameters.ts';
import { problemType } from '../../shared/api/http/problem.ts';
import { routes } from '../../shared/contract.ts';
import { wholeCatalogue } from '../../shared/indicators/whole-catalogue.ts';
import { type ProblemCode, problemTexts } from '../../shared/messages/api-problems.ts';
import { startDescribedCounty } from './support/described-county.ts';

let county: Awaited<ReturnType<typeof startDescribedCounty>>;
beforeAll(async () => {
  county = await startDescribedCounty();
});
afterAll(() => county.close());

const get = (url: string, headers: Readonly<Record<string, string>> = {}) =>
  county.askUrl('documents', 'GET', url, { headers });

describe('GET /v1/openapi.json', () => {
  it.each(['zh', 'en'] as const)(
    'is the document in %s, whether asked by name or by Accept-Language',
    async (lang) => {
      const named = await get(`/v1/openapi.json?lang=${lang}`);
      const preferred = await get('/v1/openapi.json', { 'accept-language': lang });
      expect(JSON.parse(named.body)).toEqual(JSON.parse(JSON.stringify(openapiDocument(lang))));
      expect(preferred.headers.etag).toBe(named.headers.etag);
      const again = await get(`/v1/openapi.json?lang=${lang}`, {
        'if-none-match': String(named.headers.etag),
      });
      expect(again.status).toBe(304);
    },
  );
});

describe('GET /docs', () => {
  it.each(['zh', 'en'])('in %s tells every route, loads nothing and runs no script', async (lang) => {
    const { body, headers } = await get(`/docs?lang=${lang}`);
    for (const { id, path } of routes) {
      expect(body).toContain(`id="${id}"`);
      expect(body).toContain(`<code>${path}</code>`);
    }
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('script-src');
    expect(body).not.toMatch(/<script|<link rel="stylesheet"|(src|href|action)="(https?:)?\/\//);
  });

  it('leads nowhere that is not there', async () => {
    const { body } = await get('/docs?lang=en');
    const ids = new Set([...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const anchors = [...body.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(anchors.filter((id) => !ids.has(id))).toEqual([]);
    const forms = [...body.matchAll(/action="([^"]+)"/g)].map(([, action]) => action);
    expect(forms).toEqual(expect.arrayContaining(routes.map(({ id }) => `/docs/compose/${id}`)));
  });

  it('shows the made-up id of an upload, and neither links to it nor puts it into a form', async () => {
    const { body } = await get('/docs?lang=en');
    expect(body).toContain(`<code>/v1/uploads/${exampleUploadId}/receipt.txt</code>`);
    expect(body).not.toMatch(new RegExp(`(href|value)="[^"]*${exampleUploadId}`));
    expect(body).toContain('<a href="/v1/uploads?limit=5">');
  });
});

describe('GET /docs/compose/{route}', () => {
  it('is sent each field once by the form of every route', async () => {
    const { body } = await get('/docs?lang=en');
    const forms = [...body.matchAll(/<form .*?<\/form>/gs)].map(([text]) => text);
    expect(forms).toHaveLength(routes.length);
    const twice = forms.filter((text) => {
      const names = [...text.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name);
      return new Set(names).size < names.length;
    });
    expect(twice).toEqual([]);
  });

  it.each([
    [
      'a blank field is left out',
      'data?indicator=reloc.start_rate&area=children(4312)&period=latest&by=',
      '/v1/data?indicator=reloc.start_rate&amp;area=children(4312)&amp;period=latest',
    ],
    [
      'a value of the path stands in the path',
      'template?id=projects&area=431224',
      '/v1/datasets/projects/template.xlsx?area=431224',
    ],
    ['markup stays text', 'uploads?key=%22%3E%3Cscript%3E', '/v1/uploads?key=%22%3E%3Cscript%3E'],
  ])('%s', async (_, asked, href) => {
    const { status, body } = await get(`/docs/compose/${asked}`);
    expect(status).toBe(200);
    expect(body).toContain(`<a href="${href}">`);
    expect(body).not.toContain('<script>');
  });

  it('gives an order as a command with its body, for the machine that was asked', async () => {
    const { body } = await get('/docs/compose/recompute?area=431224', { host: '127.0.0.1:4310' });
    expect(body).toContain('curl -X POST -H &#39;content-type: application/json&#39;');
    expect(body).toContain('http://127.0.0.1:4310/v1/recompute?area=431224');
    const foreign = await get('/docs/compose/areas', { host: "evil'.example" });
    expect(foreign.body).not.toContain('evil');
  });

  it('takes no field that the form of the route has not', async () => {
    const { status, body } = await get('/docs/compose/data?indicatr=reloc.start_rate&calc=1');
    const { errors } = JSON.parse(body);
    expect([status, ...errors.map(({ code }: { code: string }) => code)]).toEqual([
      400,
      'unknown_parameter',
      'unknown_parameter',
    ]);
    expect(errors[0].didYouMean).toBe('indicator');
  });

  it('says which routes there are', async () => {
    const { status, body } = await get('/docs/compose/dta');
    expect([status, JSON.parse(body).errors[0].didYouMean]).toEqual([400, 'data']);
  });
});

describe('the type of a problem', () => {
  const isCode = (word: string): word is ProblemCode => Object.hasOwn(problemTexts, word);

  it.each(Object.keys(problemTexts).filter(isCode))('%s leads to its page', async (code) => {
    const { status, body } = await get(`${problemType(code)}?lang=en`);
    expect(status).toBe(200);
    expect(body).toContain(`<code>${code}</code>`);
  });

  it('that there is not is told with the nearest', async () => {
    const { status, body } = await get('/problems/unknown-aera');
    expect([status, JSON.parse(body).errors[0].didYouMean]).toEqual([404, 'unknown-area']);
  });
});

describe('GET /v1', () => {
  it('links to every route', async () => {
    const { links } = JSON.parse((await get('/v1')).body);
    expect(links.map(({ rel }: { rel: string }) => rel)).toEqual(routes.map(({ id }) => id));
  });
});

describe('GET /v1/dictionary.csv', () => {
  it.each(['zh', 'en'])(
    'in %s begins with a mark, is no formula, and has every indicator with its formula',
    async (lang) => {
      const { body } = await get(`/v1/dictionary.csv?lang=${lang}`);
      expect(body.startsWith('\ufeff')).toBe(true);
      const cells = body.slice(1).split(/\r\n|,/);
      expect(cells.filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
      for (const { id, formula } of wholeCatalogue) {
        expect(body).toContain(`,${id},`);
        expect(body).toContain(formula[lang === 'zh' ? 'zh' : 'en'].slice(0, 10).replaceAll('"', '""'));
      }
    },
  );
});
