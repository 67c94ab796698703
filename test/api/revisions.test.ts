import { beforeEach, describe, expect, it } from 'vitest';
import { computation } from '../../functions/indicators/computation.ts';
import type { Principal } from '../../shared/access/principal.ts';
import { keys } from '../../shared/records/keys.ts';
import { publishUpload } from '../../shared/records/publish.ts';
import { recompute } from '../../shared/records/recompute.ts';
import { acceptedUpload, publishPorts } from '../records/support/harness.ts';
import { memoryItems } from '../support/memory-items.ts';
import { factsOf, publishFacts, startRate } from './support/county.ts';
import { type Endpoint, endpoint } from './support/endpoint.ts';

const xupu = '431224';
const hecheng = '431202';
const path = '/v1/revisions?indicator=reloc.start_rate';

const rate = (area: string, period: string, started: number) =>
  factsOf(area, 'reloc', period, '2017-04-21', startRate(2017, [started, 10], [1, 2]));

let city: Endpoint;
beforeEach(async () => {
  city = endpoint();
  const { items } = city;
  await publishFacts(items, xupu, [rate(xupu, '2017-04-X2', 3)]);
  await publishFacts(items, xupu, [rate(xupu, '2017-04-X2', 3), rate(xupu, '2017-04-X3', 5)]);
  await publishFacts(items, xupu, [rate(xupu, '2017-04-X2', 4), rate(xupu, '2017-04-X3', 5)]);
  await publishFacts(items, hecheng, [rate(hecheng, '2017-04-X3', 9)]);
});

async function ask(query: string, principal?: Principal) {
  const { status, body } = await city.get(`${path}${query}`, {}, principal);
  return { status, ...JSON.parse(body) };
}

/** A catalogue under which one site of two is unanswered. */
const withSite: typeof computation.compute = (family, input) => {
  const { components, ...facts } = computation.compute(family, input);
  const unanswered = components.map((one) =>
    one.indicator === 'site.avoid_unanswered' ? { ...one, num: 1, den: 2 } : one,
  );
  return { ...facts, components: unanswered };
};

interface Told {
  readonly area: string;
  readonly generation: number;
  readonly before: { readonly numerator: number | null };
  readonly after: { readonly numerator: number | null };
}
const steps = (data: readonly Told[]) =>
  data.map(({ area, generation, before, after }) => [area, generation, before.numerator, after.numerator]);

describe('GET /v1/revisions', () => {
  it('lists the commits at which a value changed, newest first, with old and new value', async () => {
    const { data, parameters } = await ask(`&area=${xupu}&period=2017-04-X2`);
    expect(parameters).toEqual({ basis: 'households', planYear: 2017 });
    expect(steps(data)).toEqual([
      [xupu, 3, 4, 5],
      [xupu, 1, null, 4],
    ]);
    expect(data[0].before).toEqual({
      value: 0.333333,
      numerator: 4,
      denominator: 12,
      status: 'ok',
      period: '2017-04-X2',
    });
    expect(data[1].before).toMatchObject({ status: 'no_data', period: null });
    expect(data[0].cause).toEqual({ kind: 'publish', upload: null });
  });

  it('says from which reported period the answer came where the period asked holds several', async () => {
    const { data } = await ask(`&area=${xupu}&period=2017-04`);
    expect(data.map((one: { after: { period: string } }) => one.after.period)).toEqual([
      '2017-04-X3',
      '2017-04-X2',
    ]);
    expect(steps(data)).toEqual([
      [xupu, 2, 4, 6],
      [xupu, 1, null, 4],
    ]);
  });

  it('takes a value of a breakdown, which may never have changed', async () => {
    const { data } = await ask(`&area=${xupu}&period=2017-04-X2&by=mode&value=scattered`);
    expect(steps(data)).toEqual([[xupu, 1, null, 1]]);
  });

  it('refuses a value the breakdown has never had, and says which it has', async () => {
    const { status, code, errors } = await ask(`&area=${xupu}&period=2017-04-X2&by=mode&value=scatered`);
    expect([status, code, errors[0].didYouMean]).toEqual([400, 'unknown_value', 'scattered']);
    expect(errors[0].allowed).toEqual(['all', 'concentrated', 'scattered']);
  });

  it('of a city goes county by county, and turns its pages', async () => {
    const first = await ask('&area=4312&period=2017-04-X3&limit=1');
    const second = await ask(`&area=4312&period=2017-04-X3&limit=1&cursor=${first.next}`);
    expect(new Set([...first.data, ...second.data].map(({ area }: Told) => area))).toEqual(
      new Set([xupu, hecheng]),
    );
    expect(second.next).toBeNull();
  });

  it('a page of a state that is gone is refused', async () => {
    const { next } = await ask(`&area=${xupu}&period=2017-04&limit=1`);
    await publishFacts(city.items, xupu, [rate(xupu, '2017-04-X2', 9)]);
    const again = await ask(`&area=${xupu}&period=2017-04&limit=1&cursor=${next}`);
    expect(again).toMatchObject({ status: 409, code: 'snapshot_expired' });
  });

  it('what retention has swept is not kept, and no fault', async () => {
    const first = await city.items.get(keys.commit(xupu, 1));
    const [tree = ''] = Object.values<string>(JSON.parse(first?.body ?? '').trees);
    const swept = [...city.items.all.values()].filter(({ pk }) => pk !== keys.tree(tree).pk);
    city = endpoint({ items: memoryItems(swept) });
    const { data } = await ask(`&area=${xupu}&period=2017-04-X2`);
    expect(data.at(-1).after).toMatchObject({ status: 'not_kept', value: null });
    expect(steps(data).at(-2)).toEqual([xupu, 2, null, 4]);
  });

  it('tells a newer upload from a restatement under a newer catalogue', async () => {
    const { items } = city;
    const upload = await acceptedUpload(items, { name: 'first', minute: 1, rows: 3 });
    await publishUpload({ ...publishPorts(items), computation }, upload);
    const newer = { ...computation, catalogueVersion: 'newer', compute: withSite };
    const asked = { area: upload.area, year: 2017, from: '2017-01' };
    await recompute({ ...publishPorts(items), computation: newer }, asked);
    const url = `/v1/revisions?indicator=site.avoid_unanswered&area=${upload.area}&period=2017-04`;
    const { data } = JSON.parse((await city.get(url)).body);
    expect(data).toMatchObject([
      { cause: { kind: 'recompute', upload: null }, restated: true, after: { status: 'ok' } },
      { cause: { kind: 'publish', upload: upload.id }, restated: false },
    ]);
  });

  it('refuses a province, and says which areas it takes', async () => {
    const { status, code, errors } = await ask('&area=43&period=2017-04');
    expect([status, code]).toEqual([400, 'area_too_wide']);
    expect(errors[0].allowed).toContain('4312');
  });

  it('reads no batch', async () => {
    city.items.calls.length = 0;
    await ask('&area=4312&period=2017-04');
    expect(JSON.stringify(city.items.calls)).not.toContain('BATCH#');
  });

  it('is not for the public', async () => {
    const { status } = await ask(`&area=${xupu}&period=2017-04`, { role: 'public', area: '43' });
    expect(status).toBe(403);
  });

  it('shows an analyst when a figure of people changed, and neither value nor difference', async () => {
    const covered = (num: number) =>
      factsOf(xupu, 'emp', '2017-04-X3', '2017-04-21', [
        { indicator: 'emp.labour_rate', parameters: {}, breakdown: {}, num, den: 40, n: 40 },
      ]);
    await publishFacts(city.items, xupu, [covered(20)]);
    await publishFacts(city.items, xupu, [covered(21)]);
    const url = `/v1/revisions?indicator=emp.labour_rate&area=${xupu}&period=2017-04`;
    const analyst = JSON.parse((await city.getAs({ k: 5 }, url)).body);
    expect(steps(analyst.data)).toEqual([
      [xupu, 5, null, null],
      [xupu, 4, null, null],
    ]);
    expect(analyst.data[0].after.status).toBe('suppressed');
    const own = JSON.parse((await city.get(url)).body);
    expect(steps(own.data)[0]).toEqual([xupu, 5, 20, 21]);
  });
});
