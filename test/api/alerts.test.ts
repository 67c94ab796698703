import { table } from 'arquero';
import { describe, expect, it } from 'vitest';
import { create as createCadence } from '../../functions/cadence/handler.ts';
import type { DatasetId } from '../../shared/datasets/dataset-ids.ts';
import type { Alert } from '../../shared/indicators/facts.ts';
import { alertTexts } from '../../shared/messages/alert-texts.ts';
import { areaAlertsKey, encodeAreaAlerts } from '../../shared/records/area-alerts.ts';
import { encodeTable, storeBatch } from '../../shared/records/batches.ts';
import { factsOf, instant, publishFacts } from './support/county.ts';
import { type Endpoint, endpoint } from './support/endpoint.ts';

/** A row of the persons of April that an alert rests on, by the upload it came with. */
const rowOf = (area: string, row: number) => {
  const batch = `persons ${area} 2017-04`;
  return { dataset: 'persons', batch, sheet: 0, row, upload: `u of ${batch}` };
};

const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** Lists persons of a county as ingest and publisher leave them, and gives the entry of the tree. */
async function listed(city: Endpoint, area: string, dataset: DatasetId, period: string, ...tokens: string[]) {
  const id = `${dataset} ${area} ${period}`;
  const rows = table({
    personToken: tokens,
    sourceSheet: tokens.map(() => 0),
    sourceRow: tokens.map((_, index) => index + 4),
  });
  const counts = { rows: tokens.length, accepted: tokens.length, quarantined: 0, ignored: 0 };
  const part = { area, dataset, period, dataDate: '2017-04-21', counts, accepted: true, table: rows };
  await storeBatch(city.items, id, part, encodeTable(rows), instant);
  return { [`${dataset}@${period}`]: { batch: id, uploadId: `u of ${id}`, order: instant } };
}

const broken = (rule: string): Alert => ({
  rule,
  severity: 'red',
  object: { project: 'P-1' },
  since: '2017-04-21',
  amount: 12_300,
  count: 1,
  evidence: [{ dataset: 'fundLedger', batch: 'batch-1', sheet: 0, row: 9 }],
});
const fund = (period: string, ...alerts: readonly Alert[]) => ({
  ...factsOf('431224', 'fund', period, '2017-04-21', []),
  alerts,
});
const rulesOf = async (city: Endpoint, url: string): Promise<readonly string[]> => {
  const { data } = JSON.parse((await city.get(url)).body);
  return data.map(({ rule }: Alert) => rule);
};

describe('alerts between counties', () => {
  it('are found by cadence in the newest lists and served to every area they concern', async () => {
    const city = endpoint();
    await publishFacts(city.items, '431221', [], {
      ...(await listed(city, '431221', 'persons', '2017-03', 'secret-2')),
      ...(await listed(city, '431221', 'persons', '2017-04', 'secret-1')),
    });
    await publishFacts(
      city.items,
      '431224',
      [],
      await listed(city, '431224', 'persons', '2017-04', 'secret-2', 'secret-1'),
    );
    const cadence = createCadence({ province: '43', items: city.items, reports: city.reports, log: silent });
    await cadence();
    const { status, body } = await city.get('/v1/alerts?area=4312');
    expect(status).toBe(200);
    expect(body).not.toContain('secret');
    expect(JSON.parse(body)).toEqual({
      data: [
        {
          rule: 'X6',
          severity: 'red',
          areas: ['431221', '431224'],
          object: { counties: '431221 431224' },
          since: '2017-04-21',
          amount: null,
          count: 2,
          evidence: [rowOf('431221', 4), rowOf('431224', 5)],
          message: alertTexts.X6,
        },
      ],
      next: null,
    });
    expect(await rulesOf(city, '/v1/alerts?area=431224')).toEqual(['X6']);
    expect(await rulesOf(city, '/v1/alerts')).toEqual(['X6']);
    expect(await rulesOf(city, '/v1/alerts?area=431225')).toEqual([]);
  });

  it('go when the newer list has mended the matter', async () => {
    const city = endpoint();
    const cadence = createCadence({ province: '43', items: city.items, reports: city.reports, log: silent });
    const first = await listed(city, '431221', 'persons', '2017-03', 'secret-1');
    await publishFacts(city.items, '431221', [], first);
    await publishFacts(
      city.items,
      '431224',
      [],
      await listed(city, '431224', 'persons', '2017-04', 'secret-1'),
    );
    await cadence();
    expect(await rulesOf(city, '/v1/alerts?area=4312')).toEqual(['X6']);
    const next = await listed(city, '431221', 'persons', '2017-04', 'secret-3');
    await publishFacts(city.items, '431221', [], { ...first, ...next });
    await cadence();
    expect(await rulesOf(city, '/v1/alerts?area=4312')).toEqual([]);
  });
});

describe('alerts of a county', () => {
  it('are those of each family’s newest period, with upload, sheet and row', async () => {
    const city = endpoint();
    const ledger = { 'fundLedger@2017-04': { batch: 'batch-1', uploadId: 'upload-1', order: instant } };
    await publishFacts(
      city.items,
      '431224',
      [fund('2017-03', broken('CASH')), fund('2017-04', broken('NO_ROOM'))],
      ledger,
    );
    const { body } = await city.get('/v1/alerts?area=431224');
    expect(JSON.parse(body).data).toEqual([
      {
        ...broken('NO_ROOM'),
        evidence: broken('NO_ROOM').evidence.map((one) => ({ ...one, upload: 'upload-1' })),
        areas: ['431224'],
        message: alertTexts.NO_ROOM,
      },
    ]);
    expect(await rulesOf(city, '/v1/alerts?area=431221')).toEqual([]);
  });

  it('come in pages of one state', async () => {
    const city = endpoint();
    const rules = ['CASH', 'NO_ROOM', 'SPLIT'];
    await publishFacts(city.items, '431224', [fund('2017-04', ...rules.map(broken))]);
    const first = await city.get('/v1/alerts?area=4312&limit=2');
    expect(await rulesOf(city, '/v1/alerts?area=4312&limit=2')).toEqual(['CASH', 'NO_ROOM']);
    const { next } = JSON.parse(first.body);
    const url = `/v1/alerts?area=4312&limit=2&cursor=${next}`;
    expect([await rulesOf(city, url), JSON.parse((await city.get(url)).body).next]).toEqual([
      ['SPLIT'],
      null,
    ]);
    expect(first.headers.link).toBe(`<${url}>; rel="next"`);
    await publishFacts(city.items, '431224', [fund('2017-04', broken('SPLIT'))]);
    const { status, body } = await city.get(url);
    expect([status, JSON.parse(body).code]).toEqual([409, 'snapshot_expired']);
  });

  it('are a thousand where nobody says how many: more than can be said at once there may be', async () => {
    const city = endpoint();
    const many = Array.from({ length: 1_001 }, () => broken('CASH'));
    await publishFacts(city.items, '431224', [fund('2017-04', ...many)]);
    const { data, next } = JSON.parse((await city.get('/v1/alerts?area=4312')).body);
    expect([data.length, next === null]).toEqual([1_000, false]);
  });

  it('go with the newer facts that show the matter mended', async () => {
    const city = endpoint();
    await publishFacts(city.items, '431224', [fund('2017-04', broken('CASH'), broken('NO_ROOM'))]);
    expect(await rulesOf(city, '/v1/alerts?area=4312')).toEqual(['CASH', 'NO_ROOM']);
    await publishFacts(city.items, '431224', [fund('2017-04', broken('NO_ROOM'))]);
    expect(await rulesOf(city, '/v1/alerts?area=4312')).toEqual(['NO_ROOM']);
  });

  it('stand beside those between counties, and one whose rule has no sentence is shown by its code', async () => {
    const city = endpoint();
    await publishFacts(city.items, '431224', [fund('2017-04', broken('of_long_ago'))]);
    const between = [{ areas: ['4312'], alert: broken('X1') }];
    await city.reports.put(areaAlertsKey('43'), encodeAreaAlerts(between), 'application/json');
    expect(await rulesOf(city, '/v1/alerts?area=4312')).toEqual(['X1', 'of_long_ago']);
    expect(await rulesOf(city, '/v1/alerts?area=431224')).toEqual(['of_long_ago']);
    expect(city.lines).toContainEqual(
      expect.objectContaining({ level: 'warn', fields: { rule: 'of_long_ago' } }),
    );
  });
});

it('an area of another province is refused', async () => {
  const { status, body } = await endpoint().get('/v1/alerts?area=4401');
  expect(status).toBe(400);
  expect(JSON.parse(body)).toMatchObject({ errors: [{ code: 'unknown_area' }] });
});
