import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditRecords } from './support/audit-records.ts';
import { workbookBytes } from './support/county-workbook.ts';
import { madeUpId } from './support/filled-rows.ts';
import { startProvince } from './support/province.ts';

let province: Awaited<ReturnType<typeof startProvince>>;
/** The upload that speaks. */
let id = '';

beforeAll(async () => {
  province = await startProvince();
  id = (await province.put('431224/2017-04-X3/全县.xlsx', await workbookBytes())).upload.id;
});
afterAll(() => province.close());

const as = (role: string) => ({
  caller: `arn:aws-cn:sts::123456789012:assumed-role/anju-43-${role}/li`,
});
const path = (file: string, more = '') => `/v1/rows/${file}?area=431224&period=2017-04${more}`;

async function ask(url: string, role = 'auditor-4312') {
  const { statusCode, headers, body = '' } = await province.ask(url, as(role));
  return { statusCode, headers, text: body };
}

describe('GET /v1/rows', () => {
  it('gives the accepted rows with where they stand, tokens cut, nothing of names and numbers', async () => {
    const { statusCode, text } = await ask(path('persons.json'));
    const { dataset, data } = JSON.parse(text);
    expect([statusCode, dataset, data.length]).toEqual([200, 'persons', 6]);
    expect(data[0]).toMatchObject({
      area: '431224',
      period: '2017-04-X3',
      birthYear: 1985,
      labourSkill: 'ordinary',
      monthlyWage: 200_000,
      upload: id,
      sheet: '就业',
      row: 3,
    });
    expect(data[0].personToken).toMatch(/^[\w-]{12}$/);
    expect(text).not.toMatch(/李四|9901011985/);
    expect(Object.keys(data[0])).not.toContain('name');
  });

  it('lets rows be joined by the cut tokens', async () => {
    const people = JSON.parse((await ask(path('persons.json'))).text).data;
    const homes = JSON.parse((await ask(path('households.json'))).text).data;
    const heads = homes.map(({ headIdToken }: { headIdToken: string }) => headIdToken);
    expect(new Set(heads).size).toBe(4);
    for (const { headIdToken } of people) expect(heads).toContain(headIdToken);
  });

  it('gives the same rows as CSV', async () => {
    const { headers, text } = await ask(path('persons.csv'));
    expect(headers?.['content-type']).toBe('text/csv; charset=utf-8');
    expect(decodeURIComponent(String(headers?.['content-disposition']))).toContain('（脱敏）.csv');
    const [header = '', ...lines] = text.replace('\ufeff', '').trim().split('\r\n');
    expect([header.split(',').slice(0, 3), lines.length]).toEqual([['area', 'period', 'personToken'], 6]);
    expect(text).not.toContain(madeUpId(10));
  });

  it.each([
    ['auditor-4312', 200],
    ['admin-43', 200],
    ['county-431224', 403],
    ['dispatcher-431224', 403],
    ['analyst-43', 403],
    ['public-43', 403],
    ['auditor-431222', 403],
  ])('to %s says %i', async (role, status) => {
    expect((await ask(path('households.csv'), role)).statusCode).toBe(status);
  });

  it('leaves a record of every reading, with dataset, period and how many rows', async () => {
    await ask(path('projects.csv'), 'auditor-431224');
    expect(await auditRecords(province.client)).toContainEqual(
      expect.objectContaining({
        action: 'read_rows',
        principal: { role: 'auditor', area: '431224' },
        areas: ['431224'],
        status: 200,
        details: { dataset: 'projects', periods: '2017-04-X3', rows: 2 },
      }),
    );
  });

  it('of a period without a file has no rows', async () => {
    expect(JSON.parse((await ask('/v1/rows/shares.json?area=4312&period=2016')).text).data).toEqual([]);
  });

  it('has another tag once another upload says the same', async () => {
    const [first, earlier] = [await ask(path('persons.json')), id];
    id = (await province.put('431224/2017-04-X3/再报.xlsx', await workbookBytes())).upload.id;
    const second = await ask(path('persons.json'));
    expect([id === earlier, JSON.parse(second.text).data[0].upload]).toEqual([false, id]);
    expect(second.headers?.etag).not.toBe(first.headers?.etag);
  });

  it.each([
    ['person.csv', 404, 'rows_not_found'],
    ['persons.xls', 404, 'rows_not_found'],
    ['persons', 404, 'rows_not_found'],
  ])('there are no %s', async (file, status, code) => {
    const { statusCode, text } = await ask(path(file));
    expect([statusCode, JSON.parse(text).code]).toEqual([status, code]);
  });
});
