import { measuresOf } from './measures.ts';
import { releasedCubes } from './released.ts';

/** The released cubes as a Markdown table, for the docs; a test holds the two together. */
export function releasedTable(): string {
  const rows = releasedCubes().flatMap(({ family, indicators, withheld }) => [
    ...indicators.map(({ id, breakdowns }) => {
      const { num, den } = measuresOf({ id });
      const named = num === `${id} above` ? '' : `${num} ÷ ${den}`;
      return [family, `\`${id}\``, ['whole', ...breakdowns].join(', '), named];
    }),
    ...withheld.map(({ id, reason }) => [family, `\`${id}\``, `withheld: ${reason.en}`, '']),
  ]);
  const header = ['family', 'indicator', 'released', 'counted by others too'];
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
