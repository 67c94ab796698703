import type { Severity } from '../normalise/finding.ts';
import type { Bilingual } from '../text/languages.ts';

/** What a finding speaks of. */
export const findingScopes = {
  file: { zh: '文件', en: 'file' },
  sheet: { zh: '工作表', en: 'sheet' },
  column: { zh: '列', en: 'column' },
  row: { zh: '行', en: 'row' },
  cell: { zh: '单元格', en: 'cell' },
  publication: { zh: '数据之间', en: 'between records' },
} as const satisfies Readonly<Record<string, Bilingual>>;
export type FindingScope = keyof typeof findingScopes;

/** What the county should do, in one phrase; the sentence of a finding says it in full. */
export const findingActions = {
  correct: { zh: '改正后重新上报', en: 'correct and send again' },
  complete: { zh: '补填', en: 'fill in' },
  check: { zh: '核实，确有错误再改正', en: 'check, correct if wrong' },
  resave: { zh: '另存为 .xlsx 后重新上报', en: 'save as .xlsx and send again' },
  rename: { zh: '按规定列名改表头', en: 'use the header of the template' },
  none: { zh: '无需处理', en: 'nothing' },
} as const satisfies Readonly<Record<string, Bilingual>>;
export type FindingAction = keyof typeof findingActions;

/** What is fixed about a finding's code. A refused cell is an error where its field is required, else a warning (R2). */
export interface FindingKind {
  readonly severity: readonly Severity[];
  readonly scope: FindingScope;
  readonly action: FindingAction;
}

/** A finding's sentence, `{name}` filled from its parameters, `[[…]]` left out when one of them is not given. */
export interface FindingText extends Bilingual, FindingKind {}

const kind = (scope: FindingScope, action: FindingAction, ...severity: readonly Severity[]): FindingKind => ({
  severity,
  scope,
  action,
});

/** The file cannot be read. */
export const refusedFile = kind('file', 'resave', 'error');
/** The file is read and not accepted. */
export const rejectedFile = kind('file', 'correct', 'error');
export const remarkedFile = kind('file', 'check', 'warning');
export const notedFile = kind('file', 'none', 'note');
export const rejectedSheet = kind('sheet', 'correct', 'error');
export const remarkedSheet = kind('sheet', 'check', 'warning');
export const notedSheet = kind('sheet', 'none', 'note');
/** Columns that are missing or not understood. */
export const missingColumn = kind('column', 'rename', 'error');
export const unreadColumn = kind('column', 'rename', 'warning');
export const wantedColumn = kind('column', 'complete', 'warning');
export const remarkedColumn = kind('column', 'check', 'warning');
export const notedColumn = kind('column', 'rename', 'note');
/** The cell is not kept; the row is not accepted where the field is required. */
export const refusedCell = kind('cell', 'correct', 'error', 'warning');
export const missingCell = kind('cell', 'complete', 'error');
export const wantedCell = kind('cell', 'complete', 'warning');
/** The cell is kept as read. */
export const remarkedCell = kind('cell', 'check', 'warning');
export const rejectedRow = kind('row', 'correct', 'error');
export const remarkedRow = kind('row', 'check', 'warning');
export const notedRow = kind('row', 'none', 'note');
/** Found when a county's data are put together. */
export const betweenRecords = kind('publication', 'check', 'warning');
export const gravelyBetweenRecords = kind('publication', 'check', 'error', 'warning');
/** Any severity: it stands for further findings of its kind. */
export const furtherFindings = kind('file', 'check', 'error', 'warning', 'note');
