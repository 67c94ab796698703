import { assessmentPolicy, hasRedLine } from '../../indicators/assess/assessed.ts';
import { assess } from '../../indicators/assess/score.ts';
import type { Observation } from '../../indicators/observation.ts';
import { roundHalfUp } from '../../indicators/rational.ts';
import type { Cell } from './data-cells.ts';

/**
 * The assessment of a cell's area from what its parts show to the one who asks: a part that is hidden from them, or
 * has no data, drops out. `coverage` is the share of the weights that counts (domain.md §5.9).
 */
export function scoreCell(
  { indicator, area, asked, period, parts = [] }: Cell,
  shown: readonly Observation[],
): Observation {
  const policy = assessmentPolicy(area, asked);
  const byIndicator = new Map(shown.map((one) => [one.indicator, one]));
  const crosses = parts.some(
    (part) => hasRedLine(part.indicator) && byIndicator.get(part.indicator.id)?.rag === 'red',
  );
  const { score, weighted, weights } = assess((id) => byIndicator.get(id)?.grade ?? null, crosses, policy);
  const all = policy.components.reduce((sum, { weight }) => sum + weight, 0);
  const days = shown.flatMap(({ dataDate }) => (dataDate ? [dataDate.min, dataDate.max] : [])).sort();
  const [min, max] = [days.at(0), days.at(-1)];
  return {
    indicator: indicator.id,
    area,
    period,
    dataDate: min !== undefined && max !== undefined ? { min, max } : null,
    breakdown: {},
    parameters: {},
    value: score && roundHalfUp(score),
    numerator: score && roundHalfUp(weighted),
    denominator: score && weights,
    unit: indicator.unit,
    status: score ? 'ok' : 'no_data',
    rag: null,
    coverage: weights / all,
    lastReported: null,
  };
}
