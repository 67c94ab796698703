import type { Finding } from '../normalise/finding.ts';
import type { Bilingual } from '../text/languages.ts';
import { unknownFinding } from './api-page.ts';
import { findingMessage, findingTexts } from './findings.ts';

/** Errors a receipt names; the rest is in the annotated workbook. */
const mostReasons = 5;

/** An error with the place it was found at, in front of its sentence; '' where it is of the whole file. */
export interface Reason {
  readonly place: string;
  readonly message: Bilingual;
}

/** The errors of a refused file that say most: those of the whole file or sheet first, each sentence once. */
export function refusalReasons(findings: readonly Finding[]): readonly Reason[] {
  const errors = findings.filter(({ severity, code }) => severity === 'error' && code !== 'more_findings');
  const wide = errors.filter(({ row }) => row === null);
  const reasons = new Map<string, Reason>();
  for (const finding of [...wide, ...errors.filter(({ row }) => row !== null)]) {
    const { code, sheet, cell, row } = finding;
    const message = findingTexts[code] ? findingMessage(finding) : unknownFinding(code);
    const inside = cell ?? row;
    const place = [sheet, inside].filter((one) => one !== null).join('!');
    if (!reasons.has(message.zh)) reasons.set(message.zh, { place, message });
  }
  return [...reasons.values()].slice(0, mostReasons);
}
