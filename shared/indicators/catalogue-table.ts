import type { IndicatorDefinition, Threshold } from './definition.ts';

const colours: Readonly<Record<IndicatorDefinition['colour'], string>> = {
  plan334: '334 plan',
  pace: 'even pace',
  completion: 'completion of the projects',
  thresholds: '',
  none: '–',
};

/** The catalogue as a Markdown table, for the docs, with the k of the audiences; a test holds the two together. */
export function catalogueTable(
  catalogue: readonly IndicatorDefinition[],
  suppressionLevels: readonly number[],
): string {
  const header = [
    'id',
    '中文',
    'English',
    'formula',
    'unit',
    'green / amber',
    'parameters',
    'by',
    'k',
    'sources',
    'rule',
  ];
  const rows = catalogue.map((indicator) => [
    `\`${indicator.id}\``,
    indicator.name.zh,
    indicator.name.en,
    indicator.formula.en,
    indicator.unit,
    [colours[indicator.colour], ...indicator.thresholds.map((one) => limits(indicator, one))]
      .filter(Boolean)
      .join(', '),
    indicator.parameters.map(({ name, default: value }) => `${name} (${value})`).join(', '),
    indicator.breakdowns.join(', '),
    indicator.personal ? suppressionLevels.join(' / ') : '',
    indicator.sources.join(', '),
    indicator.source,
  ]);
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function limits({ direction }: IndicatorDefinition, { green, amber, basis }: Threshold): string {
  const sign = direction === 'higher' ? '≥' : direction === 'zero' ? '± ≤' : '≤';
  return `${sign} ${green} / ${sign} ${amber}${basis === 'rule' ? ' †' : ''}`;
}
