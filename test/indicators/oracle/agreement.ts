import { setImmediate } from 'node:timers/promises';
import { groupByKey } from '../../../shared/indicators/union.ts';
import { type Difference, differencesOf } from './compare.ts';
import { askSql, type SqlFigure } from './duck.ts';
import { type Answers, askEngine } from './ours.ts';
import type { Part, Province } from './provinces/province.ts';

/** Both sides' answers for a list of provinces, and where they differ. */
export interface Agreement {
  readonly figures: readonly SqlFigure[];
  readonly differences: readonly Difference[];
}

/** Asks the SQL and the engine about the same provinces and holds the answers against each other. */
export async function compareSides(
  provinces: readonly Province[],
  engine: (province: Province) => Answers = askEngine,
): Promise<Agreement> {
  const asked = askSql(provinces);
  const ours: Answers[] = [];
  for (const province of provinces) {
    ours.push(engine(province));
    // the database works in threads of its own and needs its turn
    await setImmediate();
  }
  const figures = await asked;
  const byRun = groupByKey(figures, ({ run }) => String(run));
  const differences = provinces.flatMap(({ counties }, run) => {
    const answers = ours[run];
    return answers ? differencesOf(run, counties.length, answers, byRun.get(String(run)) ?? []) : [];
  });
  return { figures, differences };
}

/**
 * Takes counties, datasets, files and rows away from a province as long as an indicator still comes to different
 * figures: what is left is what the two sides read differently. All candidates of a step are asked in one run.
 */
export async function shrink(
  province: Province,
  indicator: string,
  engine: (province: Province) => Answers = askEngine,
): Promise<Province> {
  for (const steps of [withoutCounty, withoutDataset, withoutFile, withoutHalf, withoutRow]) {
    const candidates = steps(province);
    if (candidates.length === 0) continue;
    const { differences } = await compareSides(candidates, engine);
    const first = differences.find(({ key }) => key.includes(` ${indicator} `));
    const next = first && candidates[first.run];
    if (next) return shrink(next, indicator, engine);
  }
  return province;
}

function without<Value>(list: readonly Value[], from: number, to = from + 1): readonly Value[] {
  return [...list.slice(0, from), ...list.slice(to)];
}

function withoutCounty(province: Province): readonly Province[] {
  const { counties } = province;
  return counties.length === 1
    ? []
    : counties.map((_, index) => ({ ...province, counties: without(counties, index) }));
}

function withoutDataset(province: Province): readonly Province[] {
  const datasets = province.counties.flatMap(({ parts }) => parts.map(({ dataset }) => dataset));
  return [...new Set(datasets)].map((gone) => ({
    ...province,
    counties: province.counties.map((county) => ({
      ...county,
      parts: county.parts.filter(({ dataset }) => dataset !== gone),
    })),
  }));
}

function withoutFile(province: Province): readonly Province[] {
  return changedCounties(province, (parts) => parts.map((_, index) => without(parts, index)));
}

function withoutHalf(province: Province): readonly Province[] {
  return withoutRows(province, (rows) => Math.ceil(rows / 2));
}

function withoutRow(province: Province): readonly Province[] {
  return withoutRows(province, () => 1);
}

function withoutRows(province: Province, howMany: (rows: number) => number): readonly Province[] {
  return changedCounties(province, (parts) =>
    parts.flatMap((part, index) => {
      const { rows } = part;
      const step = howMany(rows.length);
      const starts =
        step > 0 ? Array.from({ length: Math.ceil(rows.length / step) }, (_, no) => no * step) : [];
      return starts.map((start) => [
        ...parts.slice(0, index),
        { ...part, rows: without(rows, start, start + step) },
        ...parts.slice(index + 1),
      ]);
    }),
  );
}

function changedCounties(
  province: Province,
  changes: (parts: readonly Part[]) => readonly (readonly Part[])[],
): readonly Province[] {
  return province.counties.flatMap((county, index) =>
    changes(county.parts).map((parts) => ({
      ...province,
      counties: province.counties.map((one, no) => (no === index ? { ...county, parts } : one)),
    })),
  );
}
