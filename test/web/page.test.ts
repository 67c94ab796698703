import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { routes } from '../../shared/contract.ts';
import {
  factsOf,
  instant,
  largeRemoval,
  publishFacts,
  startRate,
  storeUpload,
  uploadOf,
} from '../api/support/county.ts';
import { documentsOf } from '../api/support/documents.ts';
import { type Endpoint, endpoint } from '../api/support/endpoint.ts';
import { publishShapedCity } from '../api/support/shaped-city.ts';

/** Two counties of Huaihua with a start rate, one upload whose name is markup. */
async function huaihua(): Promise<Endpoint> {
  const city = endpoint();
  const facts = (area: string, rate: [number, number]) => [
    factsOf(area, 'reloc', '2017-04-X3', '2017-04-21', startRate(2017, rate, [50, 100])),
  ];
  await publishFacts(city.items, '431224', facts('431224', [80, 100]));
  await publishFacts(city.items, '431202', facts('431202', [90, 100]));
  const key = '431224/2017-04/<script>alert("1")</script>.xlsx';
  await storeUpload(city.items, uploadOf({ id: 'u1', order: `${instant}~0~v1`, key, state: 'rejected' }));
  return city;
}

async function page(url = '/', headers: Readonly<Record<string, string>> = {}) {
  const response = await (await huaihua()).get(url, headers);
  expect(response.status).toBe(200);
  return response;
}

/** Text a reader sees, tags taken out. */
const textOf = (body: string) =>
  body
    .replaceAll(/<style>.*?<\/style>/gs, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

describe('the page', () => {
  it('shows the city in which everything published lies, value with numerator and denominator', async () => {
    const text = textOf((await page()).body);
    expect(text).toContain('怀化市 Huaihua');
    expect(text).toMatch(/开工率.*67\.5% 270 \/ 400 户/);
    expect(text).toMatch(/集中安置 85\.0% 170 \/ 200/);
    expect(text).toContain('2017年4月下旬');
    expect(text).toContain('2 / 13');
  });

  it('shows the province before anything is published, and how to begin', async () => {
    const text = textOf((await endpoint().get('/')).body);
    expect(text).toContain('湖南省');
    expect(text).toContain('还没有发布任何数据');
    expect(text).toContain('aws s3 cp');
  });

  it('follows the order of the programme', async () => {
    const { body } = await page();
    const places = ['moveOut', 'settle', 'work', 'prosper', 'funds'].map((id) => body.indexOf(`id="${id}"`));
    expect(places.every((place) => place > 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  it.each([
    ['/', {}, 'zh-CN', '主要指标'],
    ['/', { 'accept-language': 'en-GB' }, 'en', 'Headline figures'],
    ['/?lang=en', {}, 'en', 'Headline figures'],
    ['/?lang=zh', { 'accept-language': 'en' }, 'zh-CN', '主要指标'],
  ])('%s with %j is in %s', async (url, headers, language, heading) => {
    const { body } = await page(url, headers);
    expect(body).toContain(`<html lang="${language}">`);
    expect(body).toContain(heading);
  });

  it.each(['431224', '4312', '43', '4301'])('shows area %s', async (area) => {
    const { body } = await page(`/?area=${area}&lang=en`);
    expect(body).toContain(`area=${area}`);
  });

  it('shows a colour also as a symbol and a word', async () => {
    const { body } = await page('/?lang=en');
    expect(body).toMatch(/class="rag \w+">[●▲■] \w/);
    expect(body).toMatch(/class="rag \w+" role="img" aria-label="\w+[^"]*">[●▲■]</);
  });

  it('fits a phone: the drawing scales, uploads say their counts below their file, and a wide table shows it scrolls', async () => {
    const { body } = await page('/?area=4312&lang=en');
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(body) ?? [];
    expect(/\.burn-up\{[^}]*\}/.exec(style)?.[0]).not.toContain('min-width');
    expect(style).toContain('.burn-up{overflow:visible}');
    expect(body).not.toMatch(/class="plot"/);
    expect(body).toContain('<td data-name="Accepted / rows">');
    expect(style).toMatch(/\.scroll\{[^}]*background-attachment:local/);
  });

  it('puts nothing of a file name into the markup', async () => {
    const { body } = await page();
    expect(body).toContain('&lt;script&gt;');
    expect(body).not.toContain('<script');
  });

  it('allows its own style sheet by hash and nothing else', async () => {
    const { body, headers } = await page();
    const style = /<style>(.*?)<\/style>/s.exec(body)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src 'sha256-${hash}'`);
    expect(body).not.toMatch(/ style=| on\w+=|(?:src|href)="(?:https?:)?\/\//);
  });

  it('has one first heading, a main part, and a scope on every table heading', async () => {
    const { body } = await page();
    expect(body.match(/<h1/g)).toHaveLength(1);
    expect(body.match(/<main/g)).toHaveLength(1);
    expect(body.match(/<th(?! scope=)[ >]/g)).toBeNull();
  });

  it('links only to addresses that answer', async () => {
    const city = await huaihua();
    const bodies = await Promise.all(['', '&area=431224'].map((more) => city.get(`/?lang=en${more}`)));
    const body = bodies.map((one) => one.body).join('');
    // but for the workbook itself, which no upload of this test has
    const links = [...body.matchAll(/href="(\/[^"]*)"/g)]
      .map((match) => (match[1] ?? '').replaceAll('&amp;', '&'))
      .filter((link) => !link.endsWith('/annotated.xlsx'));
    expect(links.length).toBeGreaterThan(20);
    const documents = documentsOf(city.items);
    const ask = (link: string) => {
      const [asked = ''] = link.split('?');
      const route = routes.find(({ path }) =>
        new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(asked),
      );
      return route?.function === 'documents' ? documents.get(link) : city.get(link);
    };
    const answers = await Promise.all(links.map(async (link) => [link, (await ask(link)).status]));
    expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
  });

  it.each([
    ['analyst', false, false],
    ['auditor', true, false],
    ['dispatcher', true, false],
    ['admin', true, true],
  ] as const)('leads %s to what the role may: uploads %s, sending %s', async (role, lists, sends) => {
    const { status, body } = await (await huaihua()).get('/?area=4312', {}, { role, area: '4312' });
    expect(status).toBe(200);
    expect([body.includes('最近上报'), body.includes('/v1/uploads')]).toEqual([lists, lists]);
    expect([body.includes('怎样上报'), body.includes('aws s3 cp')]).toEqual([sends, sends]);
  });

  it('tells a file that waits for a confirmation from one that waits to be published', async () => {
    const city = await huaihua();
    const counts = { rows: 3, accepted: 3, quarantined: 0, ignored: 0, batch: 'batch-1' };
    const part = {
      area: '431224',
      dataset: 'projects',
      period: '2017-04-X3',
      dataDate: '2017-04-21',
      ...counts,
    } as const;
    const staged = uploadOf({ id: 'u2', order: `${instant}~1~v1`, state: 'staged', parts: [part] });
    const held = uploadOf({ id: 'u3', order: `${instant}~2~v1`, parts: [{ ...part, hold: largeRemoval }] });
    for (const upload of [staged, held]) await storeUpload(city.items, upload);
    const states = (await city.get('/?area=4312')).body.matchAll(/<span class="state \w+">([^<]*)</g);
    expect([...states].map(([, word]) => word)).toEqual(['待确认', '待发布（暂存）', '已退回']);
  });

  it.each([
    ['county', ['findings.csv', 'annotated.xlsx', 'receipt.txt'], 11],
    ['auditor', ['findings.csv', 'receipt.txt'], 0],
    ['dispatcher', [], 0],
  ] as const)('gives %s of a file %j, and %i empty forms of the county', async (role, files, forms) => {
    const { body } = await (await huaihua()).get('/?area=431224', {}, { role, area: '431224' });
    const found = [...body.matchAll(/href="\/v1\/uploads\/u1\/([a-z.]+)/g)].map(([, file]) => file);
    expect(found).toEqual(files);
    expect(body.includes('href="/v1/uploads/u1"')).toBe(files.length > 0);
    expect(body.match(/template\.xlsx\?area=431224/g) ?? []).toHaveLength(forms);
    expect(body.includes('fundLedger/template.xlsx?area=431224&amp;period=2017-04"')).toBe(forms > 0);
  });

  it('says once why a number is hidden, and nothing of it where none is', async () => {
    const city = endpoint();
    await publishShapedCity(city.items);
    const as = async (role: 'analyst' | 'admin') => {
      const { body } = await city.get('/?area=4312', {}, { role, area: '4312' });
      return textOf(body).split('“不予显示”：这个数少于 5').length - 1;
    };
    expect([await as('analyst'), await as('admin')]).toEqual([1, 0]);
  });
});
