import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Finding } from '../../shared/normalise/finding.ts';
import { encodeFindings, findingsKey } from '../../shared/records/upload-findings.ts';
import { factsOf, instant, publishFacts, storeUpload, uploadOf } from './support/county.ts';
import { type Endpoint, endpoint } from './support/endpoint.ts';

const page = z.object({
  data: z.array(z.looseObject({ id: z.string(), state: z.string() })),
  next: z.string().nullable(),
});

async function list(city: Endpoint, query = '') {
  const { status, body } = await city.get(`/v1/uploads${query}`);
  expect(status, body).toBe(200);
  return page.parse(JSON.parse(body));
}

const orderAt = (second: number) =>
  `2017-05-02T01:00:${String(second).padStart(2, '0')}.000Z~${'0'.repeat(32)}~v1`;

const part = {
  area: '431224',
  dataset: 'projects',
  period: '2017-04-X3',
  dataDate: '2017-04-21',
  rows: 10,
  accepted: 8,
  quarantined: 1,
  ignored: 1,
  batch: 'batch-1',
} as const;

describe('one upload in a listing', () => {
  it('has exactly the members of the issue', async () => {
    const city = endpoint();
    const record = uploadOf({
      id: 'u1',
      order: orderAt(1),
      parts: [part],
      findings: { error: 1, warning: 2, note: 0 },
    });
    await storeUpload(city.items, record);
    expect(await list(city)).toEqual({
      data: [
        {
          id: 'u1',
          key: '431224/2017-04-X3/projects.xlsx',
          area: '431224',
          state: 'accepted',
          receivedAt: instant,
          parts: [
            {
              area: '431224',
              dataset: 'projects',
              period: '2017-04-X3',
              rows: 10,
              accepted: 8,
              quarantined: 1,
              ignored: 1,
            },
          ],
          findings: { error: 1, warning: 2, note: 0 },
        },
      ],
      next: null,
    });
  });
});

describe('the state of an upload', () => {
  it.each([
    [{ batch: 'batch-1', uploadId: 'u1', order: orderAt(1) }, 'published', 'its batch speaks'],
    [{ batch: 'batch-2', uploadId: 'u2', order: orderAt(2) }, 'superseded', 'a newer one speaks'],
    [{ batch: null, uploadId: 'u1', order: orderAt(1) }, 'withdrawn', 'it was withdrawn'],
    [{ batch: 'batch-0', uploadId: 'u0', order: orderAt(0) }, 'accepted', 'an older one still speaks'],
  ])('from %j is %s: %s', async (entry, state, _why) => {
    const city = endpoint();
    await storeUpload(city.items, uploadOf({ id: 'u1', order: orderAt(1), parts: [part] }));
    await publishFacts(city.items, '431224', [], { 'projects@2017-04-X3': entry });
    expect((await list(city)).data[0]?.state).toBe(state);
  });

  it('of a refused file is rejected', async () => {
    const city = endpoint();
    await storeUpload(city.items, uploadOf({ id: 'u1', order: orderAt(1), state: 'rejected' }));
    expect((await list(city)).data[0]?.state).toBe('rejected');
  });
});

describe('a listing', () => {
  async function five(): Promise<Endpoint> {
    const city = endpoint();
    for (const second of [1, 2, 3, 4, 5]) {
      const area = second % 2 === 0 ? '431202' : '431224';
      const key = `${area}/2017-04-X3/file-${second}.xlsx`;
      await storeUpload(city.items, uploadOf({ id: `u${second}`, order: orderAt(second), area, key }));
    }
    return city;
  }
  const ids = ({ data }: z.infer<typeof page>) => data.map(({ id }) => id);

  it('is newest first over all counties', async () => {
    expect(ids(await list(await five()))).toEqual(['u5', 'u4', 'u3', 'u2', 'u1']);
  });

  it.each([
    ['?area=431202', ['u4', 'u2']],
    ['?area=431224', ['u5', 'u3', 'u1']],
    ['?area=4312', ['u5', 'u4', 'u3', 'u2', 'u1']],
    ['?area=4301', []],
    ['?key=431224/2017-04-X3/file-3.xlsx', ['u3']],
    ['?area=431202&key=431224/2017-04-X3/file-3.xlsx', []],
  ])('%s gives %j', async (query, expected) => {
    expect(ids(await list(await five(), query))).toEqual(expected);
  });

  it.each([1, 2, 3, 4, 5])('in pages of %i gives every upload once', async (limit) => {
    const city = await five();
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const found: z.infer<typeof page> = await list(city, `?limit=${limit}${cursor && `&cursor=${cursor}`}`);
      seen.push(...ids(found));
      cursor = found.next;
    }
    expect(seen).toEqual(['u5', 'u4', 'u3', 'u2', 'u1']);
  });

  it('leads from page to page by a header as well', async () => {
    const city = await five();
    const seen: string[] = [];
    let url: string | undefined = '/v1/uploads?area=4312&limit=2';
    while (url !== undefined) {
      const { headers, body }: Awaited<ReturnType<typeof city.get>> = await city.get(url);
      seen.push(...ids(page.parse(JSON.parse(body))));
      url = /^<(.*)>; rel="next"$/.exec(headers.link ?? '')?.[1];
    }
    expect(seen).toEqual(['u5', 'u4', 'u3', 'u2', 'u1']);
  });

  it('touches no batch', async () => {
    const city = await five();
    city.items.calls.length = 0;
    await list(city);
    const partitions = city.items.calls.flatMap((call) => call.partitions);
    expect(partitions.filter((pk) => pk.startsWith('BATCH#'))).toEqual([]);
  });
});

describe('one upload by its id', () => {
  const finding: Finding = {
    code: 'required_missing',
    severity: 'error',
    sheet: '台账',
    cell: 'C7',
    row: 7,
    field: 'plannedHouseholds',
    dataset: 'projects',
    params: { found: '', expected: 'int' },
  };

  it('is the object itself, with every finding in both languages', async () => {
    const city = endpoint();
    const record = uploadOf({
      id: 'u1',
      order: orderAt(1),
      parts: [part],
      findings: { error: 1, warning: 0, note: 0 },
    });
    await storeUpload(city.items, record);
    await city.reports.put(findingsKey('431224', 'u1'), encodeFindings([finding]), 'application/json');
    const { status, body } = await city.get('/v1/uploads/u1');
    const document: unknown = JSON.parse(body);
    expect(status).toBe(200);
    expect(document).toMatchObject({ id: 'u1', state: 'accepted', parts: [{ rows: 10 }] });
    const { findings } = z.object({ findings: z.array(z.record(z.string(), z.unknown())) }).parse(document);
    expect(findings).toHaveLength(1);
    expect(Object.keys(findings[0] ?? {})).toEqual([
      'code',
      'severity',
      'sheet',
      'cell',
      'row',
      'field',
      'message',
    ]);
    expect(findings[0]).toMatchObject({ code: 'required_missing', sheet: '台账', cell: 'C7', row: 7 });
    expect(findings[0]?.message).toEqual({ zh: expect.any(String), en: expect.any(String) });
  });

  it('has no findings before it is read', async () => {
    const city = endpoint();
    await storeUpload(city.items, uploadOf({ id: 'u1', order: orderAt(1), state: 'received' }));
    expect(JSON.parse((await city.get('/v1/uploads/u1')).body)).toMatchObject({
      state: 'received',
      findings: [],
    });
  });

  it('is a fault when its findings are counted and not there', async () => {
    const city = endpoint();
    const record = uploadOf({ id: 'u1', order: orderAt(1), findings: { error: 0, warning: 1, note: 0 } });
    await storeUpload(city.items, record);
    expect((await city.get('/v1/uploads/u1')).status).toBe(500);
  });

  it('adds what was found between records when it was published', async () => {
    const city = endpoint();
    const entry = { batch: 'batch-1', uploadId: 'u1', order: orderAt(1) };
    const facts = factsOf('431224', 'reloc', '2017-04-X3', '2017-04-21', []);
    const found = {
      severity: 'warning',
      dataset: 'projects',
      count: 1,
      rows: [{ sheet: 0, row: 9 }],
    } as const;
    const findings = [
      { ...found, code: 'PROJECT_PROGRESS_BLANK', batch: 'batch-1' },
      { ...found, code: 'UNRESOLVED_PROJECT', batch: 'of another upload' },
    ];
    await storeUpload(city.items, uploadOf({ id: 'u1', order: orderAt(1), parts: [part] }));
    await publishFacts(city.items, '431224', [{ ...facts, findings }], { 'projects@2017-04-X3': entry });
    const document: unknown = JSON.parse((await city.get('/v1/uploads/u1')).body);
    expect(document).toMatchObject({
      state: 'published',
      findings: [
        { code: 'PROJECT_PROGRESS_BLANK', severity: 'warning', sheet: 'Sheet1', row: 9, cell: null },
      ],
    });
  });

  it.each([
    ['told', false, 1],
    ['not told of a correction', true, 0],
  ])('X8: counts that fell are %s', async (_, isCorrection, told) => {
    const city = endpoint();
    const entry = { batch: 'batch-1', uploadId: 'u1', order: orderAt(1) };
    const facts = factsOf('431224', 'reloc', '2017-04-X3', '2017-04-21', []);
    const fell = {
      code: 'CUMULATIVE_FELL',
      severity: 'warning',
      dataset: 'projects',
      batch: 'batch-1',
    } as const;
    const findings = [{ ...fell, count: 1, rows: [{ sheet: 0, row: 9 }] }];
    await storeUpload(city.items, uploadOf({ id: 'u1', order: orderAt(1), parts: [part], isCorrection }));
    await publishFacts(city.items, '431224', [{ ...facts, findings }], { 'projects@2017-04-X3': entry });
    const { body } = await city.get('/v1/uploads/u1/findings');
    expect(JSON.parse(body).data).toHaveLength(told);
  });

  it('shows a finding whose code has no sentence any more by its code', async () => {
    const city = endpoint();
    const record = uploadOf({ id: 'u1', order: orderAt(1), findings: { error: 1, warning: 0, note: 0 } });
    await storeUpload(city.items, record);
    const old = encodeFindings([{ ...finding, code: 'of_long_ago' }]);
    await city.reports.put(findingsKey('431224', 'u1'), old, 'application/json');
    const { status, body } = await city.get('/v1/uploads/u1');
    expect(status).toBe(200);
    expect(body).toContain('of_long_ago');
    expect(city.lines).toMatchObject([{ level: 'warn', fields: { code: 'of_long_ago' } }]);
  });
});
