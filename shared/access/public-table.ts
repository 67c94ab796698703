import { type Policy, policies } from '../programme/policy.ts';

/** The approved list of every dated policy as a Markdown table, for the docs; a test holds the two together. */
export function publicTable(all: readonly Policy[] = policies): string {
  const rows = all.flatMap(({ effectiveFrom, publicIndicators }) =>
    publicIndicators.map((indicator) => [effectiveFrom, `\`${indicator}\``]),
  );
  return [['approved from', 'indicator'], ['---', '---'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
