import type { NormaliseContext } from '../../shared/normalise/context.ts';
import { createTokeniser } from '../../shared/privacy/tokens.ts';
import { policies } from '../../shared/programme/policy.ts';
import type { CellValue, RawRow, Sheet, Workbook } from '../../shared/workbook/source.ts';

/** Cells of a sheet row by row; an empty row is left out, as readers do. */
export type Grid = readonly (readonly CellValue[])[];

/** A sheet in memory, its rows numbered from 1 and handed out in blocks. */
export function sheetOf(
  grid: Grid,
  options: Partial<Omit<Sheet, 'rows'>> & { blockSize?: number } = {},
): Sheet {
  const { blockSize = 7, ...rest } = options;
  const rows: RawRow[] = [];
  for (const [index, cells] of grid.entries()) {
    if (cells.some((cell) => cell !== null)) rows.push({ row: index + 1, cells });
  }
  return {
    name: 'Sheet1',
    hidden: false,
    date1904: false,
    merges: [],
    ...rest,
    async *rows() {
      for (let at = 0; at < rows.length; at += blockSize) yield rows.slice(at, at + blockSize);
    },
  };
}

/** A workbook in memory of one or several sheets. */
export function workbookOf(...sheets: readonly Sheet[]): Workbook {
  return { format: 'xlsx', encoding: null, sheets };
}

const policy = policies[0];
if (!policy) throw new Error('no policy');
const inForce = policy;

/** Secret of every test; not a secret. */
export const testSecret = new Uint8Array(32).fill(7);

/** Context of a county's upload to 溆浦县 in 旬 2017-04-X3, changed as needed. */
export function contextOf(changes: Partial<NormaliseContext> = {}): NormaliseContext {
  return {
    province: '43',
    keyArea: '431224',
    keyPeriod: '2017-04-X3',
    fileName: 'file.xlsx',
    uploadDay: '2017-05-02',
    policy: inForce,
    tokens: createTokeniser(testSecret),
    ...changes,
  };
}
