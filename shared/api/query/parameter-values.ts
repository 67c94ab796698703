import type { ParameterDefinition } from '../../indicators/definition.ts';
import { policies } from '../../programme/policy.ts';

/** Plan years the dated policy knows, for `planYear`. */
const planYears: readonly string[] = (() => {
  const from = Math.min(...policies.map((policy) => policy.planYears.from));
  const to = Math.max(...policies.map((policy) => policy.planYears.to));
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
})();

/** Values a parameter may take. */
export function valuesOf(parameter: ParameterDefinition): readonly string[] {
  return parameter.values === 'year' ? planYears : parameter.values;
}
