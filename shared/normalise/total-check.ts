import type { Contract, Field } from '../datasets/contract.ts';
import { areaOf } from '../programme/areas.ts';
import type { RowValues } from './column-store.ts';
import type { FieldPlan } from './field-plan.ts';
import { firstFilled } from './field-reader.ts';
import type { FindingLog, Place } from './finding-log.ts';
import type { SheetRow } from './merged-cells.ts';

/** Total rows of one sheet that are checked; a sheet of subtotals has hundreds, not thousands. */
const mostTotals = 2_000;

/** Sums of the rows read so far, one per additive column; NaN once a cell of the column could not be read. */
type Sums = readonly number[];

interface TotalRow {
  readonly row: number;
  readonly subtotal: boolean;
  /** As typed, by additive column; `null` where the total says nothing. */
  readonly stated: readonly (number | null)[];
  /** Sums over all rows above, by class of rows. */
  readonly above: readonly Sums[];
}

interface AdditiveColumn {
  readonly plan: FieldPlan;
  readonly index: number;
  readonly tolerance: number;
}

/** Holds the 合计 and 小计 rows of a sheet against its rows (X10). */
export interface TotalCheck {
  /** `area` is `null` where the row's county is not known. */
  data(values: RowValues, mistrusted: ReadonlySet<string>, area: string | null): void;
  total(row: SheetRow, word: string): void;
  tell(log: FindingLog, place: Place): void;
}

/** ±1 of a count, ±0.01 of money in the unit of its column (0.01 万元 where the column is in 万元). */
function toleranceOf(field: Field, moneyUnit: (name: string) => string): number {
  if (field.type !== 'money') return 1;
  const unit = moneyUnit(field.name);
  const fen: Readonly<Record<string, number>> = {
    元: 1,
    千元: 1_000,
    万元: 10_000,
    百万元: 1_000_000,
    亿元: 100_000_000,
  };
  return fen[unit] ?? 1;
}

function additiveColumns(
  plans: readonly FieldPlan[],
  at: (name: string) => number,
  moneyUnit: (name: string) => string,
): readonly AdditiveColumn[] {
  return plans.flatMap((plan) => {
    const { field } = plan;
    const summed = field.type === 'int' || field.type === 'decimal' || field.type === 'money';
    if (!summed || field.additive === false || field.keeping !== 'keep') return [];
    return [{ plan, index: at(field.name), tolerance: toleranceOf(field, moneyUnit) }];
  });
}

const minus = (a: Sums, b: Sums): Sums => a.map((sum, index) => sum - (b[index] ?? 0));

/**
 * Sums a total may stand for, the likeliest first. 小计: the rows since the total above, else those down to the
 * next one. 合计: all rows, those above or below it, a block beside it. With rows of a whole (mode 合计) among
 * the data, also the sums over these and over the others alone; a city's own rows are summed apart from those of
 * its counties.
 */
function scopesOf(totals: readonly TotalRow[], at: number, all: readonly Sums[]): readonly Sums[] {
  const total = totals[at];
  if (!total) return [];
  return all.flatMap((whole, kind): Sums[] => {
    const above = total.above[kind] ?? [];
    const before = totals[at - 1]?.above[kind] ?? above.map(() => 0);
    const next = totals[at + 1]?.above[kind] ?? whole;
    const blocks = [minus(above, before), minus(next, above)];
    const outer = [whole, above, minus(whole, above)];
    return total.subtotal ? [...blocks, ...outer] : [...outer, ...blocks];
  });
}

/** A check over one sheet. `moneyUnit` gives the unit a money column is read in. */
export function checkTotals(
  contract: Contract,
  plans: readonly FieldPlan[],
  at: (name: string) => number,
  moneyUnit: (name: string) => string,
): TotalCheck {
  const columns = additiveColumns(plans, at, moneyUnit);
  const wholeRule = contract.wholeRules?.[0];
  const wholeIndex = wholeRule ? at(wholeRule.column) : -1;
  const kinds = wholeRule ? 3 : 1;
  const sums: number[][] = Array.from({ length: kinds * (contract.cityRows ? 2 : 1) }, () =>
    columns.map(() => 0),
  );
  const totals: TotalRow[] = [];

  const add = (into: number[] | undefined, values: RowValues, refused: (name: string) => boolean): void => {
    if (!into) return;
    for (const [n, { plan, index }] of columns.entries()) {
      const value = values[index];
      if (refused(plan.field.name)) into[n] = Number.NaN;
      else if (typeof value === 'number') into[n] = (into[n] ?? 0) + value;
    }
  };

  return {
    data(values, mistrusted, area) {
      const refused = (name: string): boolean => area === null || mistrusted.has(name);
      const first = area !== null && areaOf(area)?.level === 'city' ? kinds : 0;
      add(sums[first], values, refused);
      if (wholeRule) add(sums[first + (values[wholeIndex] === wholeRule.whole ? 1 : 2)], values, refused);
    },
    total(row, word) {
      if (totals.length >= mostTotals || /^(?:其中|累计)/.test(word)) return;
      const stated = columns.map(({ plan }) => {
        const { value } = plan.readTotal(firstFilled(row.cells, plan.columns).cell);
        return typeof value === 'number' ? value : null;
      });
      const subtotal = /小计|本页/.test(word);
      totals.push({ row: row.row, subtotal, stated, above: sums.map((one) => [...one]) });
    },
    tell(log, place) {
      for (const [n, { row, stated }] of totals.entries()) {
        const scopes = scopesOf(totals, n, sums);
        for (const [c, { plan, tolerance }] of columns.entries()) {
          const found = stated[c] ?? null;
          const possible = scopes.map((scope) => scope[c] ?? Number.NaN);
          const sum = possible.find((one) => one !== 0) ?? 0;
          if (found === null || possible.some((one) => !(Math.abs(one - found) > tolerance))) continue;
          const { field, columns: own } = plan;
          const shown = (value: number): number =>
            field.type === 'money' ? value / 100 : Math.round(value * 100) / 100;
          log.add(
            'warning',
            'total_mismatch',
            { ...place, row, column: own[0] ?? null, field: field.name },
            { field: field.zh, found: shown(found), expected: shown(sum) },
          );
        }
      }
    },
  };
}
