import type { Contract } from '../datasets/contract.ts';
import { contracts } from '../datasets/contracts.ts';
import type { DatasetId } from '../datasets/dataset-ids.ts';
import { toSimplified } from '../text/traditional.ts';
import { type Sheet, type Workbook, WorkbookRefused } from '../workbook/source.ts';
import type { NormaliseContext } from './context.ts';
import { createDatasetIntake, type DatasetIntake } from './dataset-intake.ts';
import { settleDuplicates } from './duplicates.ts';
import { createFindingLog, type FindingLog } from './finding-log.ts';
import { errorSheetName, instructionSheetName, instructionTitle } from './marks.ts';
import type { NormalisedFile } from './part.ts';
import { checkParts } from './part-checks.ts';
import { partsOf } from './parts.ts';
import { type ColumnLog, createColumnLog } from './read-columns.ts';
import { readSheet, type SheetOutcome } from './sheet-intake.ts';
import { underShownNames } from './shown-names.ts';

const extensions: Readonly<Record<Workbook['format'], RegExp>> = {
  xlsx: /\.xls[xm]$/i,
  csv: /\.(?:csv|txt|tsv)$/i,
  xls: /\.(?:xls|et)$/i,
  html: /\.(?:xls|html?)$/i,
};

/** Notes a name that promises another format than the content has (F10); the content decides. */
function tellExtension(workbook: Workbook, fileName: string, log: FindingLog): void {
  const extension = /\.[A-Za-z0-9]{1,5}$/.exec(fileName)?.[0];
  if (!extension || extensions[workbook.format].test(extension)) return;
  log.add(
    'warning',
    'extension_mismatch',
    {},
    { found: extension.toLowerCase(), expected: `.${workbook.format}` },
  );
}

/** A sheet that says how to fill in the form, whatever tables it shows (F13). */
function isInstruction(name: string): boolean {
  return /说明/.test(toSimplified(name.normalize('NFKC')));
}

const ourTitles: ReadonlySet<string> = new Set(
  Object.values(contracts).map(({ zh }) => instructionTitle(zh)),
);

/** Whether it is the sheet 填表说明 of a template of ours: that needs no remark. */
async function isOurInstruction(sheet: Sheet): Promise<boolean> {
  if (sheet.name !== instructionSheetName) return false;
  for await (const [first] of sheet.rows()) {
    const title = first?.cells.find((cell) => cell !== null);
    return typeof title === 'string' && ourTitles.has(title);
  }
  return false;
}

async function readSheets(
  workbook: Workbook,
  intakes: Map<DatasetId, DatasetIntake>,
  context: NormaliseContext,
  log: FindingLog,
  columns: ColumnLog,
) {
  const intakeOf = (contract: Contract): DatasetIntake => {
    const known = intakes.get(contract.id) ?? createDatasetIntake(contract);
    intakes.set(contract.id, known);
    return known;
  };
  const outcomes: SheetOutcome[] = [];
  const ignored: string[] = [];
  for (const [index, sheet] of workbook.sheets.entries()) {
    if (sheet.name.trim().startsWith(errorSheetName)) continue;
    if (sheet.hidden) {
      log.add('note', 'sheet_hidden', { sheet: sheet.name });
      continue;
    }
    if (isInstruction(sheet.name)) {
      if (!(await isOurInstruction(sheet))) ignored.push(sheet.name);
      continue;
    }
    const outcome = await readSheet(sheet, index, { log, context, columns, intakeOf });
    outcomes.push(outcome);
    if (outcome === 'unrecognised') ignored.push(sheet.name);
  }
  const recognised = outcomes.some((outcome) => outcome === 'read' || outcome === 'refused');
  if (!recognised) log.add('error', 'no_dataset_recognised', {}, { sheets: outcomes.length });
  else for (const sheet of ignored) log.add('note', 'sheet_ignored', { sheet });
}

/**
 * Turns a county's workbook into one part per (county, dataset, period): recognises each visible sheet's dataset
 * from its headers, reads and checks the cells by their contract, replaces direct identifiers by tokens, settles
 * duplicates, and applies the acceptance policy (domain.md §6 and §9; design.md, Two kinds of trouble).
 *
 * Everything the county should mend is a finding in the result; `parts` is empty when nothing can be read. A
 * {@link WorkbookRefused} thrown by a sheet's rows becomes one error finding. Throws only for faults of ours:
 * rows or sums of money that are not conserved.
 */
export async function normaliseFile(workbook: Workbook, context: NormaliseContext): Promise<NormalisedFile> {
  const log = createFindingLog();
  const named = { ...workbook, sheets: underShownNames(workbook.sheets) };
  const sheets = named.sheets.map(({ name }) => name);
  const intakes = new Map<DatasetId, DatasetIntake>();
  const columns = createColumnLog();
  tellExtension(workbook, context.fileName, log);
  try {
    await readSheets(named, intakes, context, log, columns);
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error;
    const refusals = createFindingLog();
    refusals.add('error', error.code, {}, error.params);
    return { parts: [], findings: refusals.list(), sheets, columns: [] };
  }
  const parts = [...intakes.values()].flatMap((intake) => {
    if (intake.isRejected()) return [];
    if (intake.store.state.length === 0) {
      if (intake.unassigned() === 0)
        log.add('error', 'no_rows', { dataset: intake.contract.id }, { area: context.keyArea });
      return [];
    }
    settleDuplicates(intake.store, sheets, log);
    checkParts(intake.store, sheets, log);
    return partsOf(intake, context.policy, log);
  });
  return { parts, findings: log.list(), sheets, columns: columns.list() };
}
