import { contracts } from '../shared/datasets/contracts.ts';
import { cliTexts } from '../shared/messages/cli-texts.ts';
import { findingMessage, findingTexts } from '../shared/messages/findings.ts';
import { type RowFate, rowFates } from '../shared/messages/row-fate.ts';
import type { Finding, FindingCounts, Severity } from '../shared/normalise/finding.ts';
import { countFindings } from '../shared/normalise/finding-log.ts';
import { errorSheetName, instructionSheetName } from '../shared/normalise/marks.ts';
import { areaOf } from '../shared/programme/areas.ts';
import type { InboxKey } from '../shared/records/inbox-key.ts';
import type { Bilingual, Language } from '../shared/text/languages.ts';
import type { ReadAnswer } from './read-thread.ts';

/** A finding with its sentence. */
export interface ToldFinding extends Pick<Finding, 'code' | 'severity' | 'sheet' | 'cell' | 'row'> {
  readonly message: Bilingual;
}

/** What `anju check` says of one file. */
export interface CheckReport {
  readonly file: string;
  readonly key: string;
  readonly sheets: readonly { readonly name: string; readonly accepted: number; readonly findings: number }[];
  readonly parts: ReadAnswer['parts'];
  readonly counts: FindingCounts;
  readonly findings: readonly ToldFinding[];
}

export function describeCheck(file: string, key: InboxKey, answer: ReadAnswer): CheckReport {
  const { area6, period, fileName } = key;
  const fateOf = rowFates(answer.findings);
  return {
    file,
    key: [area6, ...(period === null ? [] : [period]), fileName].join('/'),
    sheets: answer.sheets.map((name, index) => ({
      name,
      accepted: answer.parts.reduce((sum, part) => sum + (part.acceptedBySheet[String(index)] ?? 0), 0),
      findings: answer.findings.filter(({ sheet }) => sheet === name).length,
    })),
    parts: answer.parts,
    counts: countFindings(answer.findings),
    findings: answer.findings.map((finding) => ({
      ...finding,
      message: messageOf(finding, fateOf(finding)),
    })),
  };
}

function messageOf(finding: Finding, fate: RowFate): Bilingual {
  return findingTexts[finding.code] ? findingMessage(finding, fate) : { zh: finding.code, en: finding.code };
}

/** The report as a person reads it. */
export function reportCheck(report: CheckReport, language: Language, areaIsGuessed: boolean): string {
  const texts = cliTexts[language];
  const lines = [
    `${report.file}  →  ${report.key}`,
    ...report.sheets.flatMap(({ name, accepted, findings }, index) => {
      if (isOurs(name) && accepted + findings === 0) return [];
      const rows = { valid: accepted, stored: storedOf(report.parts, index) };
      return [`  ${texts.sheet(name, rows, findings)}`];
    }),
    '',
    ...report.parts.flatMap((part) => {
      const place = `${part.area} ${areaOf(part.area)?.zh ?? ''}  ${part.period}`;
      return [
        `  ${contracts[part.dataset][language]}  ${place}  ${texts.dataDate(part.dataDate)}`,
        `    ${texts.rows(part.counts, part.accepted)}  ${part.accepted ? texts.wouldPublish : texts.wouldReject}`,
      ];
    }),
    ...(report.parts.length === 0 ? [`  ${texts.noPart}`] : []),
    ...(report.parts.length === 0 && areaIsGuessed ? [`  ${texts.nameArea}`] : []),
    ...groupedFindings(report.findings, language),
    '',
    texts.total(report.counts),
    '',
  ];
  return `${lines.join('\n')}\n`;
}

/** Sheets Anju itself puts into workbooks: nothing is to be said of them. */
function isOurs(sheet: string): boolean {
  return sheet === instructionSheetName || sheet.startsWith(errorSheetName);
}

/** Rows of a sheet that would be stored: those of parts that are not rejected. */
function storedOf(parts: ReadAnswer['parts'], sheet: number): number {
  const stored = parts.filter(({ accepted }) => accepted);
  return stored.reduce((sum, { acceptedBySheet }) => sum + (acceptedBySheet[String(sheet)] ?? 0), 0);
}

const severities: readonly Severity[] = ['error', 'warning', 'note'];

/** Most places listed with one sentence. */
const mostPlaces = 12;

/** Findings by severity, then by sentence, each with the places it was found at. */
export function groupedFindings(findings: readonly ToldFinding[], language: Language): readonly string[] {
  const texts = cliTexts[language];
  return severities.flatMap((severity) => {
    const groups = new Map<string, ToldFinding[]>();
    for (const finding of findings.filter((one) => one.severity === severity)) {
      const name = `${finding.code}  ${finding.message[language]}`;
      groups.set(name, [...(groups.get(name) ?? []), finding]);
    }
    if (groups.size === 0) return [];
    return [
      '',
      `  ${texts.severities[severity]}`,
      ...[...groups].flatMap(([name, group]) => {
        const places = placesOf(group, language);
        return [`    ${name}`, ...(places === '' ? [] : [`      ${places}`])];
      }),
    ];
  });
}

function placesOf(group: readonly ToldFinding[], language: Language): string {
  const all = group.flatMap(({ sheet, cell, row }) => {
    const inside = cell ?? (row === null ? null : String(row));
    if (sheet === null && inside === null) return [];
    return [[...(sheet === null ? [] : [sheet]), ...(inside === null ? [] : [inside])].join('!')];
  });
  const shown = all.slice(0, mostPlaces).join(', ');
  return all.length > mostPlaces ? `${shown} ${cliTexts[language].more(all.length - mostPlaces)}` : shown;
}
