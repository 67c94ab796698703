import type { Severity } from '../normalise/finding.ts';
import { type FindingScope, findingActions, findingScopes } from './finding-kind.ts';
import { findingTexts } from './findings.ts';

/** One code of finding as it is published: stable, with its sentence and what the county should do. */
export interface FindingEntry {
  readonly code: string;
  /** `error`, `warning` or both: a refused cell is an error where its field is required. */
  readonly severity: readonly Severity[];
  readonly scope: FindingScope;
  /** Sentence; `{name}` stands for a parameter, `[[…]]` is left out when one of its parameters is not given. */
  readonly zh: string;
  readonly en: string;
  /** What to do, in a phrase. */
  readonly action: { readonly zh: string; readonly en: string };
}

const order: readonly string[] = Object.keys(findingScopes);

/** Every code a file, a row or a publication can bring, by scope and then in the order of the texts. */
export const findingCatalogue: readonly FindingEntry[] = Object.entries(findingTexts)
  .map(([code, { severity, scope, zh, en, action }]) => ({
    code,
    severity,
    scope,
    zh,
    en,
    action: findingActions[action],
  }))
  .sort((a, b) => order.indexOf(a.scope) - order.indexOf(b.scope));

/** The catalogue as the table of docs/findings.md. */
export function findingTable(entries: readonly FindingEntry[] = findingCatalogue): string {
  const rows = entries.map(
    ({ code, severity, scope, zh, en, action }) =>
      `| \`${code}\` | ${severity.join(' / ')} | ${findingScopes[scope].en} | ${zh} | ${en} | ${action.en} |`,
  );
  return [
    '| code | severity | of | 中文 | English | what to do |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
