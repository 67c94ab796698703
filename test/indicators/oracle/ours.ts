import { catalogue } from '../../../shared/indicators/catalogue.ts';
import type { IndicatorDefinition } from '../../../shared/indicators/definition.ts';
import { computeFacts } from '../../../shared/indicators/engine.ts';
import { type Component, type Facts, familyIds, type Labels } from '../../../shared/indicators/facts.ts';
import { exactValue, numeratorOf } from '../../../shared/indicators/figure.ts';
import type { Observation } from '../../../shared/indicators/observation.ts';
import type { Rational } from '../../../shared/indicators/rational.ts';
import { batchesAt, reportedPeriods, selectPeriod } from '../../../shared/indicators/resolve.ts';
import { observe, sumUp } from '../../../shared/indicators/rollup.ts';
import { statusOf } from '../../../shared/indicators/status.ts';
import { groupByKey } from '../../../shared/indicators/union.ts';
import { batch, inputOf } from '../support/county.ts';
import { policyWithTasks } from './policy.ts';
import type { County, Province } from './provinces/province.ts';

/** What the engine says of one cell of one county, exact. */
export interface CountyFigure {
  readonly status: string;
  readonly numerator: Rational;
  readonly denominator: number;
  readonly value: Rational | null;
}

/** The engine's answers for a province: county by county before rounding, and the roll-up as it is served. */
export interface Answers {
  readonly counties: ReadonlyMap<string, CountyFigure>;
  readonly all: ReadonlyMap<string, Observation>;
}

/** Names one figure on both sides. */
export function keyOf(area: string, indicator: string, parameters: string, cell: string): string {
  return [area, indicator, parameters, cell].join(' | ');
}

const policy = policyWithTasks();

function textOf(labels: Labels): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join(';');
}

/** Facts of every family of a county at the period selected for the one that is asked. */
function factsOfCounty({ area, parts }: County, asked: string): readonly Facts[] {
  const published = parts.map(batch);
  return familyIds.flatMap((family) => {
    const period = selectPeriod(reportedPeriods(published, family), asked);
    if (period === null) return [];
    const inForce = batchesAt(published, family, period);
    return [computeFacts(family, { ...inputOf(inForce, period, area), policy })];
  });
}

/** What our own formulas come to. */
export function askEngine({ asked, counties }: Province): Answers {
  const facts = counties.map((county) => ({ area: county.area, facts: factsOfCounty(county, asked) }));
  const figures = new Map<string, CountyFigure>();
  const all = new Map<string, Observation>();
  for (const indicator of catalogue) {
    const ofCounty = facts.map(({ area, facts: own }) => {
      const ofFamily = own.find(({ family }) => family === indicator.family);
      const components = (ofFamily?.components ?? []).filter((one) => one.indicator === indicator.id);
      return { area, facts: ofFamily ? { ...ofFamily, components } : null, lastReported: null };
    });
    const components = ofCounty.flatMap(({ area, facts: own }) =>
      (own?.components ?? []).map((one) => ({ area, one })),
    );
    const cells = groupByKey(components, ({ area, one }) =>
      keyOf(area, indicator.id, textOf(one.parameters), textOf(one.breakdown)),
    );
    for (const [key, parts] of cells) {
      // a report without a row of both modes has the gaps of the two for its whole
      if (parts.length > 1 && indicator.kind !== 'gap') throw new Error(`two components for ${key}`);
      figures.set(
        key,
        figureOf(
          indicator,
          parts.map(({ one }) => one),
        ),
      );
    }
    const settings = new Map(components.map(({ one }) => [textOf(one.parameters), one.parameters]));
    for (const [text, parameters] of settings) {
      for (const by of [null, ...indicator.breakdowns]) {
        const expected = counties.length;
        const query = {
          indicator,
          area: '4312',
          period: asked,
          parameters,
          by,
          counties: ofCounty,
          expected,
        };
        for (const observation of observe(query)) {
          const cell = textOf(observation.breakdown);
          all.set(keyOf('all', indicator.id, text, cell.endsWith('=all') ? '' : cell), observation);
        }
      }
    }
  }
  return { counties: figures, all };
}

function figureOf(indicator: IndicatorDefinition, components: readonly Component[]): CountyFigure {
  const sums = sumUp(components);
  const status = components.some((one) => one.notApplicable) ? 'not_applicable' : statusOf(sums, indicator);
  const value = status === 'ok' ? exactValue(indicator, sums) : null;
  return {
    status: status === 'ok' && !value ? 'not_applicable' : status,
    numerator: numeratorOf(indicator, sums),
    denominator: sums.den,
    value,
  };
}
