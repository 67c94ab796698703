import { beforeAll, describe, expect, it } from 'vitest';
import type { Principal } from '../../shared/access/principal.ts';
import { encodeAreaAlerts } from '../../shared/records/area-alerts.ts';
import { decodeAuditRecord } from '../../shared/records/audit-trail.ts';
import { factsOf, publishFacts, startRate, storeUpload, uploadOf } from '../api/support/county.ts';
import { wholeEndpoint } from './support/whole-endpoint.ts';

const county: Principal = { role: 'county', area: '431224' };
const analyst: Principal = { role: 'analyst', area: '4312' };
const dispatcher: Principal = { role: 'dispatcher', area: '4312' };
const evidence = { dataset: 'persons', batch: 'b', sheet: 0, row: 7 } as const;

let anju: ReturnType<typeof wholeEndpoint>;
beforeAll(async () => {
  anju = wholeEndpoint();
  for (const [at, area] of ['431224', '431222', '4312', '430121', '431224'].entries()) {
    const order = `2017-05-02T01:3${at}:00.000Z~${area}~v1`;
    await storeUpload(anju.items, uploadOf({ id: `up-${at}`, area, order, key: `${area}/${at}.xlsx` }));
  }
  for (const area of ['431224', '431222', '430121']) {
    const rates = startRate(2017, [50, 100], [20, 100]);
    await publishFacts(anju.items, area, [factsOf(area, 'reloc', '2017-04', '2017-04-21', rates)]);
  }
  const between = {
    areas: ['431224', '431222'],
    alert: {
      rule: 'X6',
      severity: 'red',
      object: {},
      since: '2017-04-21',
      amount: null,
      count: 2,
      evidence: [evidence],
    },
  } as const;
  await anju.reports.put('alerts/43.json', encodeAreaAlerts([between]), 'application/json');
});

async function get(url: string, principal: Principal) {
  const { status, body } = await anju.ask('GET', url, principal);
  return { status, ...JSON.parse(body) };
}

describe('areas in a query', () => {
  const data = '/v1/data?indicator=reloc.start_rate&period=2017-04&area=';

  it.each([
    ['its own', '431224', 200],
    ['its own in the long way twice', '431224,431224', 200],
    ['a neighbour', '431222', 403],
    ['its own and a neighbour', '431224,431222', 403],
    ['the city’s children', 'children(4312)', 403],
    ['the city', '4312', 403],
    ['the city in the long way', '431200', 403],
    ['a neighbour beside a mistyped code', '431222,4399', 403],
    ['a mistyped code alone', '4399', 400],
  ])('of a county’s office: %s', async (_, area, status) => {
    expect((await get(`${data}${area}`, county)).status).toBe(status);
  });

  it('are named one by one where they lie outside, with the own area beside', async () => {
    const { code, errors } = await get(`${data}children(4312)`, county);
    expect(code).toBe('area_outside_scope');
    const named = errors.map(({ value }: { value: string }) => value);
    expect(named).toHaveLength(12);
    expect(named).not.toContain('431224');
    expect(errors[0]).toMatchObject({ in: 'query', name: 'area', allowed: ['431224'] });
  });

  it('may be the children of an analyst’s own city', async () => {
    const { status, data: found } = await get(`${data}children(4312)`, analyst);
    expect([status, found.length]).toEqual([200, 13]);
  });

  it('are the own area where none is named', async () => {
    const ids = async (principal: Principal) =>
      (await get('/v1/uploads', principal)).data.map(({ id }: { id: string }) => id);
    expect(await ids({ role: 'admin', area: '43' })).toEqual(['up-4', 'up-3', 'up-2', 'up-1', 'up-0']);
    expect(await ids(dispatcher)).toEqual(['up-4', 'up-2', 'up-1', 'up-0']);
    expect(await ids(county)).toEqual(['up-4', 'up-0']);
  });

  it('narrow a listing page by page, saying nothing of what lies between', async () => {
    const first = await get('/v1/uploads?limit=1', county);
    const second = await get(`/v1/uploads?limit=1&cursor=${first.next}`, county);
    expect([first.data[0].id, second.data[0].id, second.next]).toEqual(['up-4', 'up-0', null]);
  });

  it('do not reach an upload that also holds another county’s part', async () => {
    const parts = ['431224', '431222'].map((area) => ({
      area,
      dataset: 'projects' as const,
      period: '2017-04',
      dataDate: '2017-04-21',
      rows: 1,
      accepted: 1,
      quarantined: 0,
      ignored: 0,
      batch: null,
    }));
    const order = '2017-05-02T01:00:00.000Z~x~v1';
    await storeUpload(anju.items, uploadOf({ id: 'both', area: '431224', order, parts }));
    expect((await get('/v1/uploads/both', county)).code).toBe('upload_not_found');
    expect(JSON.stringify(await get('/v1/uploads', county))).not.toContain('both');
    expect((await get('/v1/uploads/both', { role: 'auditor', area: '4312' })).status).toBe(200);
  });
});

describe('figures beyond the own area', () => {
  const component = (num: number, den: number) => ({
    indicator: 'net.overlap',
    parameters: {},
    breakdown: {},
    num,
    den,
    n: den,
  });
  const counts = { '431202': [3, 1117], '431221': [523, 1567], '431222': [719, 1327] } as const;

  it.each([
    ['who runs the province', { role: 'admin', area: '43' }, 3],
    ['the city’s command room', dispatcher, 3],
    ['an analyst of the city', analyst, 1],
    ['a county’s office', { role: 'county', area: '431222' }, 1],
    ['a county’s command room', { role: 'dispatcher', area: '431222' }, 1],
  ] as const)('are compared with by %s as far as they are shown', async (_, principal, ranked) => {
    const { items, ask } = wholeEndpoint();
    for (const [area, [num, den]] of Object.entries(counts)) {
      const facts = factsOf(area, 'net', '2017-04-X3', '2017-04-21', [component(num, den)]);
      await publishFacts(items, area, [facts]);
    }
    const url = '/v1/data?indicator=net.overlap&area=431222&period=2017-04-X3&vs=peers';
    const { status, body } = await ask('GET', url, principal);
    expect([status, /"count":(\d+)/.exec(body)?.[1]]).toEqual([200, String(ranked)]);
  });

  it.each([
    ['43', '', 3],
    ['4312', '', 2],
    ['4312', '?area=431222', 1],
  ])('are not computed anew by who runs %s: with "%s" %i counties are', async (area, query, queued) => {
    const url = `/v1/recompute${query}`;
    const answer = await anju.ask('POST', url, { role: 'admin', area }, '{"from":"2017-01"}');
    expect([answer.status, JSON.parse(answer.body).queued]).toEqual([202, queued]);
  });
});

describe('the rows behind an alert between counties', () => {
  it.each([
    ['an auditor of the city', { role: 'auditor', area: '4312' }, 1],
    ['the city’s command room', dispatcher, 0],
    ['one of the two counties', county, 0],
  ] as const)('are shown to %s: %o sees %i', async (_, principal, shown) => {
    const { data } = await get('/v1/alerts', principal);
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({ rule: 'X6', count: 2 });
    expect(data[0].evidence).toHaveLength(shown);
  });

  it('and the alert itself not to a county it does not concern', async () => {
    expect((await get('/v1/alerts', { role: 'county', area: '430121' })).data).toEqual([]);
  });
});

describe('the page', () => {
  const page = async (principal: Principal) => (await anju.ask('GET', '/', principal)).body;

  it('is of the own area, and names no upload of another', async () => {
    const own = await page(county);
    expect(own).toContain('溆浦县');
    expect(own).toContain('0.xlsx');
    expect(own).not.toMatch(/431222\/1\.xlsx|430121\/3\.xlsx|area=4312"/);
  });

  it('shows an analyst no file', async () => {
    expect(await page(analyst)).not.toContain('.xlsx"');
    expect(await page(analyst)).not.toContain('431224/0.xlsx');
  });
});

describe('the audit trail of the endpoint', () => {
  const recorded = () => [...anju.reports.all].filter(([key]) => key.startsWith('audit/'));
  const last = () => decodeAuditRecord(recorded().at(-1)?.[1].bytes ?? new Uint8Array());

  it.each([
    ['an answer to a command room', dispatcher, '/v1/alerts?area=431224', 200, ['431224'], null],
    ['a refusal of one', dispatcher, '/v1/alerts?area=4301', 403, ['4301'], null],
    ['what it may never do', dispatcher, '/v1/uploads/up-0', 403, [], null],
    ['a county’s own copy', county, '/v1/uploads/up-0/annotated.xlsx', 303, ['431224'], 'up-0'],
    ['a try at another’s', county, '/v1/uploads/up-1/annotated.xlsx', 404, ['431222'], 'up-1'],
  ] as const)('has %s', async (_, principal, url, status, areas, uploadId) => {
    await anju.ask('GET', url, principal);
    expect(last()).toMatchObject({ principal, status, areas, uploadId });
    expect(last().caller).toContain('assumed-role/');
  });

  it('has nothing that somebody typed', async () => {
    const typed = '990101198506150021';
    const before = recorded().length;
    await anju.ask('GET', `/v1/data?indicator=${typed},a.b&area=4312&period=${typed}`, dispatcher);
    await anju.ask('GET', `/v1/uploads/${typed}?key=${typed}`, dispatcher);
    await anju.ask('GET', `/v1/uploads?key=${typed}`, dispatcher);
    const all = recorded().map(([key, { bytes }]) => key + Buffer.from(bytes).toString('utf8'));
    expect(all).toHaveLength(before + 3);
    expect(all.join()).not.toContain(typed);
  });

  it('has nothing of an analyst’s figures', async () => {
    const before = last();
    await get('/v1/data?indicator=reloc.start_rate&period=2017-04&area=4312', analyst);
    expect(last()).toEqual(before);
  });

  it('comes before the answer: what cannot be recorded is not answered', async () => {
    const broken = wholeEndpoint();
    broken.reports.put = () => Promise.reject(new Error('no bucket'));
    const { status, body } = await broken.ask('GET', '/v1/areas', dispatcher);
    expect([status, JSON.parse(body).code]).toEqual([500, 'internal']);
  });
});
