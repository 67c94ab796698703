import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../../../shared/indicators/catalogue.ts';
import { groupByKey } from '../../../shared/indicators/union.ts';
import { type Agreement, compareSides, shrink } from './agreement.ts';
import { askEngine } from './ours.ts';
import { type Province, province } from './provinces/province.ts';

/**
 * Every indicator against SQL in DuckDB, written from domain.md §5 and §9 and the decisions in docs/indicators.md and
 * from nothing else (`sql/`): over random small provinces both sides come to the same fraction, county by county, and
 * to the same roll-up. `ORACLE_SEED` and `ORACLE_RUNS` try others.
 */
const seed = Number(process.env.ORACLE_SEED ?? 20_170_421);
const runs = Number(process.env.ORACLE_RUNS ?? 500);

let provinces: readonly Province[];
let agreement: Agreement;
beforeAll(async () => {
  provinces = fc.sample(province, { seed, numRuns: runs });
  agreement = await compareSides(provinces);
}, 600_000);

describe(`${runs} random provinces, seed ${seed}`, () => {
  test('both sides agree to the fen and to the exact fraction', { timeout: 600_000 }, async () => {
    const [first] = agreement.differences;
    if (!first) return;
    const failing = provinces[first.run];
    const smallest = failing && (await shrink(failing, first.key.split(' | ')[1] ?? ''));
    expect.fail(
      [
        `seed ${seed}: ${agreement.differences.length} figures differ`,
        ...agreement.differences.slice(0, 10).map(({ key, ours, sql }) => `${key}: ours ${ours}, SQL ${sql}`),
        `smallest province: ${JSON.stringify(smallest, null, 1)}`,
      ].join('\n'),
    );
  });

  test('every indicator of the catalogue has its SQL', () => {
    const answered = new Set(agreement.figures.map(({ indicator }) => indicator));
    const known = new Set(catalogue.map(({ id }) => id));
    expect([...known].filter((id) => !answered.has(id))).toEqual([]);
    expect([...answered].filter((id) => !known.has(id))).toEqual([]);
  });
});

describe('the provinces come by what the rules tell apart', () => {
  /** Figures of the whole of one county, by indicator. */
  let wholes: ReadonlyMap<string, Agreement['figures']>;
  beforeAll(() => {
    const ofCounties = agreement.figures.filter(({ cell, area }) => cell === '' && area !== 'all');
    wholes = groupByKey(ofCounties, ({ indicator }) => indicator);
  });

  /** Below the line stands something by making: a task above 0, projects that have shares. */
  const neverEmpty = new Set(['emp.transfer_task', 'share.equal_handout']);

  /** Which part of the runs must show it, in percent. */
  const fairShare = (percent: number) => (percent * runs) / 100;

  test.each(catalogue.map(({ id }) => [id]))(
    '%s: something, not always all, nothing of nothing, no data',
    (id) => {
      const all = wholes.get(id) ?? [];
      const some = all.filter(({ status, numerator }) => status === 'ok' && numerator !== 0n);
      const part = some.filter(
        ({ numerator, numeratorBelow, denominator }) => numerator !== denominator * numeratorBelow,
      );
      const counties = provinces.reduce((sum, one) => sum + one.counties.length, 0);
      const speaking = new Set(all.map(({ run, area }) => `${run} ${area}`)).size;
      expect(some.length).toBeGreaterThanOrEqual(fairShare(1));
      if (id !== 'share.model_mix') expect(part.length).toBeGreaterThanOrEqual(fairShare(0.6));
      if (!neverEmpty.has(id)) expect(all.map(({ status }) => status)).toContain('not_applicable');
      expect(speaking).toBeLessThan(counties);
    },
  );

  test('also something of nothing', () => {
    const found = agreement.figures.filter(({ status }) => status === 'inconsistent');
    expect(new Set(found.map(({ indicator }) => indicator)).size).toBeGreaterThan(5);
  });
});

describe('the comparison itself', () => {
  /** Our side is told of one household less. */
  const forgetful = (whole: Province) =>
    askEngine({
      ...whole,
      counties: whole.counties.map(({ area, parts }) => ({
        area,
        parts: parts.map((part) =>
          part.dataset === 'households' ? { ...part, rows: part.rows.slice(1) } : part,
        ),
      })),
    });

  test('sees a row that one side lacks, and shrinks the province to it', { timeout: 300_000 }, async () => {
    const few = provinces.slice(0, 12).map(({ asked, counties }) => ({
      asked,
      counties: counties.slice(0, 1).map((one) => ({
        ...one,
        parts: one.parts.filter(({ dataset }) => dataset === 'households' || dataset === 'targets'),
      })),
    }));
    const { differences } = await compareSides(few, forgetful);
    const seen = differences.find(({ key }) => key.includes(' ladder.move_out '));
    const failing = few[seen?.run ?? -1];
    const smallest = failing && (await shrink(failing, 'ladder.move_out', forgetful));
    const left = smallest?.counties.flatMap(({ parts }) =>
      parts.flatMap(({ dataset, rows }) => rows.map(() => dataset)),
    );
    expect(left).toEqual(['households']);
  });
});
