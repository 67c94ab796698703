import { table } from 'arquero';
import type { DatasetId } from '../../../shared/datasets/dataset-ids.ts';
import { catalogue } from '../../../shared/indicators/catalogue.ts';
import type { IndicatorDefinition } from '../../../shared/indicators/definition.ts';
import { computeFacts } from '../../../shared/indicators/engine.ts';
import type {
  BatchInput,
  Component,
  Facts,
  FamilyId,
  FamilyInput,
  Labels,
} from '../../../shared/indicators/facts.ts';
import type { Observation } from '../../../shared/indicators/observation.ts';
import { observe } from '../../../shared/indicators/rollup.ts';
import { type Period, spanOf } from '../../../shared/programme/periods.ts';
import { policyOn } from '../../../shared/programme/policy.ts';

export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

export interface BatchShape {
  readonly dataset: DatasetId;
  readonly rows: readonly Row[];
  readonly period?: Period;
  readonly dataDate?: string;
  readonly id?: string;
}

/** A batch as the normaliser leaves it: `sourceRow` follows the order of the rows unless a row states it. */
export function batch({ dataset, rows, period = '2017-04-X3', dataDate, id }: BatchShape): BatchInput {
  const numbered = rows.map((row, index): Row => ({ sourceSheet: 0, sourceRow: index + 4, ...row }));
  const names = [...new Set(numbered.flatMap((row) => Object.keys(row)))];
  const columns = Object.fromEntries(names.map((name) => [name, numbered.map((row) => row[name] ?? null)]));
  const day = dataDate ?? spanOf(period).last;
  return { id: id ?? `${dataset}@${period}`, dataset, period, dataDate: day, table: table(columns) };
}

/** What a family sees at a period; batches as given, oldest first. */
export function inputOf(batches: readonly BatchInput[], period: Period, area = '431224'): FamilyInput {
  const groups: Partial<Record<DatasetId, BatchInput[]>> = {};
  for (const one of batches) groups[one.dataset] = [...(groups[one.dataset] ?? []), one];
  return { area, period, policy: policyOn(spanOf(period).last), batches: groups };
}

export function factsOf(
  family: FamilyId,
  shapes: readonly BatchShape[],
  period: Period = '2017-04-X3',
  area = '431224',
): Facts {
  return computeFacts(family, inputOf(shapes.map(batch), period, area));
}

export function definitionOf(id: string): IndicatorDefinition {
  const found = catalogue.find((indicator) => indicator.id === id);
  if (!found) throw new Error(`no indicator ${id}`);
  return found;
}

/** `num/den` of a component, or what stands in its place; parameters and breakdown must match wholly. */
export function ratio(facts: Facts, indicator: string, parameters: Labels = {}, breakdown: Labels = {}) {
  const same = (a: Labels, b: Labels) =>
    JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
  const found = facts.components.filter(
    (one: Component) =>
      one.indicator === indicator && same(one.parameters, parameters) && same(one.breakdown, breakdown),
  );
  if (found.length !== 1) return found.length === 0 ? 'none' : 'several';
  const [component] = found;
  if (component?.notApplicable) return 'not applicable';
  return `${component?.num}/${component?.den}`;
}

/** Codes of the publication findings with their counts. */
export function codes(facts: Facts): Readonly<Record<string, number>> {
  return Object.fromEntries(facts.findings.map(({ code, count }) => [code, count]));
}

/** Observes an indicator over counties' facts with its parameters' defaults, but for those given. */
export function look(
  id: string,
  facts: readonly (Facts | null)[],
  options: {
    parameters?: Labels;
    by?: string;
    expected?: number;
    period?: Period;
    lastReported?: Period;
  } = {},
): readonly Observation[] {
  const indicator = definitionOf(id);
  const { parameters = {}, by = null, expected = facts.length, period = '2017-04-X3' } = options;
  const defaults = Object.fromEntries(
    indicator.parameters.flatMap((one) => {
      if (one.default === 'allYears') return [];
      return [[one.name, one.default === 'periodYear' ? spanOf(period).year : one.default] as const];
    }),
  );
  return observe({
    indicator,
    area: '4312',
    period,
    parameters: { ...defaults, ...parameters },
    by,
    counties: facts.map((one, index) => ({
      area: one?.area ?? `4312${80 + index}`,
      facts: one,
      lastReported: options.lastReported ?? null,
    })),
    expected,
  });
}

/** The one observation of the whole. */
export function lookWhole(...args: Parameters<typeof look>): Observation {
  const [first] = look(...args);
  if (!first) throw new Error('no observation');
  return first;
}
