import { breakdownValues, wholeCell } from '../../../indicators/breakdowns.ts';
import type { IndicatorDefinition } from '../../../indicators/definition.ts';
import { grainsOf } from '../../../indicators/grains.ts';
import { wholeCatalogue } from '../../../indicators/whole-catalogue.ts';
import { breakdownTexts } from '../../../messages/api-page.ts';
import { columnTitle } from '../../../messages/result-columns.ts';
import { suppressionLevels } from '../../../privacy/levels.ts';
import { withheld } from '../../../privacy/released.ts';
import type { Bilingual } from '../../../text/languages.ts';
import type { Entry } from './entry.ts';

const directions: Readonly<Record<IndicatorDefinition['direction'], Bilingual>> = {
  higher: { zh: '越高越好', en: 'higher is better' },
  lower: { zh: '越低越好', en: 'lower is better' },
  zero: { zh: '越接近零越好', en: 'nearer to zero is better' },
  none: { zh: '无', en: 'none' },
};

/** What an indicator can be asked of, smallest first. */
function grainOf(indicator: IndicatorDefinition): Bilingual {
  const told = grainsOf(indicator).join(' ');
  return { zh: told, en: told };
}

/** Every indicator of the catalogue. */
export function indicatorEntries(): readonly Entry[] {
  return wholeCatalogue.map((one) => ({
    kind: 'indicator',
    of: one.family,
    id: one.id,
    name: one.name,
    type: one.kind,
    unit: one.unit,
    formula: one.formula,
    numerator: one.numerator,
    denominator: one.denominator,
    direction: directions[one.direction],
    grain: grainOf(one),
    k: smallestGroups(one),
    thresholds: limits(one),
    sources: one.sources.join(' '),
  }));
}

function smallestGroups({ id, personal }: IndicatorDefinition): string {
  if (withheld[id]) return '∞';
  return personal ? suppressionLevels.join(' / ') : '';
}

/** `2016-01-01 ≥0.9 ≥0.8`, green and amber; `plan334`, `pace` and `completion` say what they are held against. */
function limits({ colour, direction, thresholds }: IndicatorDefinition): string {
  const sign = direction === 'higher' ? '≥' : direction === 'zero' ? '±≤' : '≤';
  const told = thresholds.map(
    ({ effectiveFrom, green, amber }) => `${effectiveFrom} ${sign}${green} ${sign}${amber}`,
  );
  return [...(colour === 'thresholds' || colour === 'none' ? [] : [colour]), ...told].join('; ');
}

/** Every breakdown, and the values that have a name. */
export function breakdownEntries(): readonly Entry[] {
  const names = [...new Set(wholeCatalogue.flatMap(({ breakdowns }) => breakdowns))];
  return names.flatMap((id): readonly Entry[] => {
    const own = Object.keys(breakdownTexts).flatMap((key) => {
      const [name, value = ''] = key.split('=');
      return name === id ? [value] : [];
    });
    const values = [...new Set([...(breakdownValues[id] ?? []), ...own, wholeCell])];
    return [
      { kind: 'breakdown', id, name: columnTitle(`${id}Label`) },
      ...values.map((value): Entry => {
        const fallback = breakdownTexts['mode=all'] ?? { zh: value, en: value };
        const name =
          breakdownTexts[`${id}=${value}`] ?? (value === wholeCell ? fallback : { zh: value, en: value });
        return { kind: 'code', of: id, id: value, name };
      }),
    ];
  });
}
