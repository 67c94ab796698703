import type { Finding } from '../normalise/finding.ts';
import { countFindings } from '../normalise/finding-log.ts';
import type { Bilingual } from '../text/languages.ts';
import { unknownFinding } from './api-page.ts';
import { findingMessage, findingTexts } from './findings.ts';

/** Errors a receipt names; the rest is in the list of findings. */
const mostReasons = 5;

/** An error with the place it was found at, in front of its sentence; '' where it is of the whole file. */
export interface Reason {
  readonly place: string;
  readonly message: Bilingual;
}

/** Whether the path the file was put under may stay: it is wrong, or either it or the file is, or it is not at fault. */
export type PathFault = 'path' | 'path_or_file' | 'none';

/** Why something was rejected; without reasons nothing was. */
export interface Refusal {
  readonly reasons: readonly Reason[];
  /** Errors beside those named. */
  readonly left: number;
  readonly fault: PathFault;
}

/** The refusal of what was not refused. */
export const notRefused: Refusal = { reasons: [], left: 0, fault: 'none' };

const ofPath: readonly string[] = ['key_not_understood', 'area_unknown'];
const ofPathOrFile: readonly string[] = ['county_mismatch', 'period_mismatch', 'period_missing'];

function faultOf(errors: readonly Finding[]): PathFault {
  if (errors.some(({ code }) => ofPath.includes(code))) return 'path';
  return errors.some(({ code }) => ofPathOrFile.includes(code)) ? 'path_or_file' : 'none';
}

/** The errors of a refused file that say most: those of the whole file or sheet first, each sentence once. */
export function refusalOf(findings: readonly Finding[]): Refusal {
  const errors = findings.filter(({ severity, code }) => severity === 'error' && code !== 'more_findings');
  const wide = errors.filter(({ row }) => row === null);
  const all = new Map<string, Reason>();
  for (const finding of [...wide, ...errors.filter(({ row }) => row !== null)]) {
    const { code, sheet, cell, row } = finding;
    const message = findingTexts[code] ? findingMessage(finding) : unknownFinding(code);
    const inside = cell ?? row;
    const place = [sheet, inside].filter((one) => one !== null).join('!');
    if (!all.has(message.zh)) all.set(message.zh, { place, message });
  }
  const reasons = [...all.values()].slice(0, mostReasons);
  return { reasons, left: countFindings(findings).error - reasons.length, fault: faultOf(errors) };
}
