import { DeleteObjectCommand, ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { openXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { xlsxType } from '../../shared/handback/private-copies.ts';
import { errorSheetName } from '../../shared/normalise/marks.ts';
import { keys } from '../../shared/records/keys.ts';
import { admin } from '../api/support/http-event.ts';
import { inbox, reports } from '../local/support/endpoint.ts';
import { countyForm, householdRow } from './support/county-form.ts';
import { startProvince } from './support/province.ts';

let province: Awaited<ReturnType<typeof startProvince>>;
let id = '';
const rejected = [householdRow(0, { 2: '990101198506150021' }), householdRow(1), householdRow(2, { 6: 'x' })];

beforeAll(async () => {
  province = await startProvince();
  const { upload } = await province.put('431224/2017-04-X3/花名册 (1).xlsx', await countyForm(rejected));
  id = upload.id;
});
afterAll(() => province.close());

async function problemAt(path: string, options: Parameters<typeof province.ask>[1] = {}) {
  const { statusCode, headers, body } = await province.ask(path, options);
  expect(headers?.['content-type']).toBe('application/problem+json');
  const { code, errors, detail } = JSON.parse(body ?? '');
  return { statusCode, headers, code, errors, detail };
}

describe('GET /v1/datasets/{id}/template.xlsx', () => {
  const path = '/v1/datasets/households/template.xlsx?area=431224&period=2017-04-X3';

  it('gives a workbook under its Chinese name', async () => {
    const { statusCode, headers, body, isBase64Encoded } = await province.ask(path);
    expect([statusCode, isBase64Encoded]).toEqual([200, true]);
    expect(headers).toMatchObject({ 'content-type': xlsxType, 'cache-control': 'private, no-cache' });
    const disposition = String(headers?.['content-disposition']);
    expect(disposition).toMatch(/^attachment; filename="households\.xlsx"; filename\*=UTF-8''/);
    expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toBe('溆浦县搬迁户花名册2017-04-X3.xlsx');
    const workbook = await openXlsx(Buffer.from(body ?? '', 'base64'));
    expect(workbook.sheets[1]?.rows[1]?.[0]).toContain('填报单位：溆浦县');
  });

  it('has a strong tag: not sent again to who has it, and another for another period', async () => {
    const etag = String((await province.ask(path)).headers?.etag);
    expect(etag).toMatch(/^"[\w-]+"$/);
    const again = await province.ask(path, { headers: { 'if-none-match': etag } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect((await province.ask(path.replace('X3', 'X2'))).headers?.etag).not.toBe(etag);
  });

  it('answers HEAD with the same headers and no body', async () => {
    const { headers } = await province.ask(path);
    expect(await province.ask(path, { method: 'HEAD' })).toMatchObject({
      statusCode: 200,
      headers,
      body: '',
    });
  });

  it.each([
    ['/v1/datasets/household/template.xlsx', 404, 'dataset_not_found', 'households'],
    ['/v1/datasets/households/template.xlsx?area=431299', 400, 'unknown_area', '4312'],
    ['/v1/datasets/households/template.xlsx?period=2017年4月下旬', 400, 'unknown_period', '2017-04-X3'],
    ['/v1/datasets/households/template.xlsx?periode=2017', 400, 'unknown_parameter', 'period'],
  ])('%s is %i %s, meant %s', async (wrong, status, code, didYouMean) => {
    const { statusCode, errors, ...problem } = await problemAt(wrong);
    expect([statusCode, problem.code, errors[0].didYouMean]).toEqual([status, code, didYouMean]);
    expect(errors[0].allowed.length).toBeGreaterThan(1);
  });
});

describe('GET /v1/uploads/{id}/annotated.xlsx', () => {
  const path = () => `/v1/uploads/${id}/annotated.xlsx`;

  it.each(['GET', 'HEAD'])('answers %s with a link of five minutes', async (method) => {
    const { statusCode, headers, body } = await province.ask(path(), { method });
    expect([statusCode, body]).toEqual([303, '']);
    expect(headers?.['cache-control']).toBe('private, no-store');
    const link = new URL(String(headers?.location));
    expect(link.searchParams.get('X-Amz-Expires')).toBe('300');
    const file = await fetch(link, { method });
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toBe(xlsxType);
    expect(decodeURIComponent(file.headers.get('content-disposition') ?? '')).toContain(
      "''花名册 (1)（标出错误）.xlsx",
    );
    if (method === 'HEAD') return;
    const workbook = await openXlsx(new Uint8Array(await file.arrayBuffer()));
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['花名册', '代码', errorSheetName]);
  });

  it('makes it once, below the county', async () => {
    await province.ask(path());
    const all = await province.client.send(
      new ListObjectVersionsCommand({ Bucket: reports, Prefix: 'private/' }),
    );
    expect(all.Versions?.map(({ Key }) => Key)).toEqual([
      expect.stringMatching(`^private/431224/${id}/[\\w-]+\\.xlsx$`),
    ]);
  });

  it.each([
    ['the county that sent it', 'anju-43-county-431224', 303],
    ['who runs Anju in the city', 'anju-43-admin-4312', 303],
    ['another county', 'anju-43-county-431222', 404],
    ['the city’s clerk', 'anju-43-county-4312', 403],
    ['a dispatcher', 'anju-43-dispatcher-431224', 403],
    ['an auditor', 'anju-43-auditor-43', 403],
    ['another province’s administrator', 'anju-52-admin-52', 403],
  ])('to %s (%s) it says %i', async (_, role, status) => {
    const caller = `arn:aws-cn:sts::123456789012:assumed-role/${role}/anju-43-admin-43`;
    expect((await province.ask(path(), { caller })).statusCode).toBe(status);
  });

  it('says to another county what it says of an upload nobody sent', async () => {
    const caller = admin.replace('admin-43', 'county-431222');
    const foreign = await problemAt(path(), { caller });
    const none = await problemAt('/v1/uploads/nobody/annotated.xlsx', { caller });
    const told = (problem: object, asked: string) => JSON.stringify(problem).replaceAll(asked, '');
    expect(told(foreign, id)).toBe(told(none, 'nobody'));
  });

  it.each([null, 'arn:aws:iam::000000000000:user/anju-43-admin-43', `x${admin}`])(
    'to %s it says no',
    async (caller) => {
      expect(await problemAt(path(), { caller })).toMatchObject({ statusCode: 403, code: 'no_access' });
    },
  );

  it('is 404 for an upload nobody knows', async () => {
    expect(await problemAt('/v1/uploads/nobody/annotated.xlsx')).toMatchObject({
      statusCode: 404,
      code: 'upload_not_found',
    });
  });

  it('is 409 while the file is being read, and says when to come again', async () => {
    const pointer = await province.items.get(keys.uploadPointer(id));
    const { area, order } = JSON.parse(pointer?.body ?? '');
    const row = await province.items.get(keys.upload(area, order, id));
    if (!row) throw new Error('no upload');
    await province.items.put({
      ...row,
      body: JSON.stringify({ ...JSON.parse(row.body ?? ''), state: 'reading' }),
    });
    const { statusCode, code, headers } = await problemAt(path());
    await province.items.put(row);
    expect([statusCode, code, headers?.['retry-after']]).toEqual([409, 'upload_not_read', '5']);
  });

  it('is 410 when the county’s file is no longer there', async () => {
    const { upload } = await province.put('431224/2017-04-X3/weg.csv', Buffer.from('a,b\n1,2\n'));
    const Bucket = inbox;
    await province.client.send(
      new DeleteObjectCommand({ Bucket, Key: upload.key, VersionId: upload.versionId }),
    );
    expect(await problemAt(`/v1/uploads/${upload.id}/annotated.xlsx`)).toMatchObject({
      statusCode: 410,
      code: 'workbook_gone',
    });
  });

  it('cannot be had without a signature', async () => {
    const { headers } = await province.ask(path());
    const bare = String(headers?.location).split('?')[0] ?? '';
    expect((await fetch(bare)).status).toBe(403);
  });

  it('takes no other method', async () => {
    expect(await problemAt(path(), { method: 'POST' })).toMatchObject({ statusCode: 405 });
  });
});
