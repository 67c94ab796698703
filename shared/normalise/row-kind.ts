import { isIdle } from './field-plan.ts';
import { firstFilled, isEmptyCell } from './field-reader.ts';
import type { Header } from './header.ts';
import { labelText } from './header-band.ts';
import { exampleRowMark } from './marks.ts';
import type { SheetRow } from './merged-cells.ts';

/**
 * What a row below the header is. `data`, `total` and `continuation` are counted, the latter two as ignored. A
 * continuation says nothing of its own: all that would be read of it belongs to a merged block above (F24). Blank
 * rows, repeated headers and titles, rows of column numbers, a template's example row, footers and notes are the
 * form, not rows of it (domain.md §6.2 F18–F22).
 */
export type RowKind = 'data' | 'total' | 'continuation' | 'footer' | 'form';

const totalWord =
  /^(?:本页|本表|全市|全县|全省|全区|全州)?(?:合计|小计|总计|共计|累计|总数)|^(?:全市|全县|全省|全区|全州)$|^其中|(?:合计|小计|总计)$/;
const footer =
  /^(?:填表人|填报人|制表人|制表|审核人|复核人|负责人|单位负责人|分管领导|经办人|填报单位|填报日期|填表日期|上报日期|联系电话|联系人|填表说明|填报说明|单位盖章)[:(]|^(?:注|备注|说明|附注)\s*\d*[:、.]/;
const note = /^(?:[(]?\d{1,2}[)]?[、.)]|[一二三四五六七八九十]+、)/;
const indexCell = /^[(]?(?:\d{1,3}|[甲乙丙丁戊己庚辛壬癸]|[A-Z]{1,2})[)]?$/;

const ordinary = /^[!-~\u4e00-\u9fff]*$/;

/** A text narrowed, without white space. */
function wordOf(cell: string): string {
  return ordinary.test(cell) ? cell : cell.normalize('NFKC').replace(/\s/g, '');
}

/** Text of a row's own first filled cell that is no number, white space taken out. */
function firstText(row: SheetRow): { readonly column: number; readonly word: string } | null {
  const { cells, inherited } = row;
  for (let column = 0; column < cells.length; column++) {
    const cell = cells[column];
    if (typeof cell !== 'string' || inherited?.has(column)) continue;
    const word = wordOf(cell);
    if (word !== '' && !/^[\d.,%-]+$/.test(word)) return { column, word };
  }
  return null;
}

/** A row that numbers the columns: 1 2 3, or 甲 乙 1 2 (F19). */
function isIndex({ cells }: SheetRow): boolean {
  let last = 0;
  let filled = 0;
  for (const cell of cells) {
    if (isEmptyCell(cell)) continue;
    if (typeof cell !== 'string' && typeof cell !== 'number') return false;
    const word = String(cell).normalize('NFKC').trim();
    if (!indexCell.test(word)) return false;
    filled += 1;
    const number = /\d+/.exec(word)?.[0];
    if (number === undefined) continue;
    if (last !== 0 && Number(number) !== last + 1) return false;
    last = Number(number);
  }
  return filled >= 3;
}

/** At most two cells are filled. */
function isAlone({ cells }: SheetRow): boolean {
  return cells.filter((cell) => !isEmptyCell(cell)).length <= 2;
}

const text = (row: SheetRow, column: number): string => labelText(row.cells[column]).trim();
const filled = (row: SheetRow, column: number): boolean => !isEmptyCell(row.cells[column]);

/** Recognises one of the header's own rows printed again. */
function headerRepeats(header: Header, mapped: readonly number[]) {
  return (row: SheetRow, fewest: number): boolean =>
    header.bandTexts.some((texts) => {
      let same = 0;
      for (const column of mapped) {
        if (!filled(row, column)) continue;
        if (text(row, column) !== (texts[column] ?? '')) return false;
        same += 1;
      }
      return same >= fewest;
    });
}

/** Recognises rows whose every read cell comes from a merged block above. */
function continuations({ fields }: Header): (row: SheetRow) => boolean {
  const read = fields.filter(({ field }) => field.type !== 'areaCode' && !isIdle(field));
  return ({ cells, inherited }) =>
    inherited !== undefined &&
    read.every(({ columns }) => {
      const { cell, column } = firstFilled(cells, columns);
      return isEmptyCell(cell) || inherited.has(column);
    });
}

/** 合计 as a value (mode of a target) in a row that names its county is data, not a total (R4). */
function totals(header: Header) {
  const county = header.fields.find(({ field }) => field.type === 'areaCode')?.columns ?? [];
  const enums = new Map(
    header.fields.flatMap(({ field, columns }) =>
      field.values ? columns.map((column) => [column, field.values ?? []] as const) : [],
    ),
  );
  return (row: SheetRow, first: { readonly column: number; readonly word: string }): boolean => {
    if (!totalWord.test(first.word)) return false;
    const stated = county.filter(
      (column) => filled(row, column) && !totalWord.test(text(row, column).replace(/\s/g, '')),
    );
    if (stated.some((column) => row.inherited?.has(column) !== true)) return false;
    const values = enums.get(first.column);
    const isValue =
      values?.some(({ zh, spellings }) => zh === first.word || spellings.includes(first.word)) ?? false;
    const speaks =
      county.length === 0 &&
      [...enums.keys()].some((column) => column !== first.column && filled(row, column));
    return !(isValue && (stated.length > 0 || speaks));
  };
}

/**
 * Sorts the rows below one header; keeps what it has seen, so rows come in order. `titles` are the texts above
 * the header, which printed pages repeat.
 */
export function rowSorter(header: Header, titles: ReadonlySet<string>): (row: SheetRow) => RowKind {
  const mapped = header.fields.flatMap(({ columns }) => columns);
  const repeatsHeader = headerRepeats(header, mapped);
  const isContinuation = continuations(header);
  const isTotal = totals(header);
  let noteSeen = false;
  let nearHeader = 2;
  let inHeader = false;

  const form = (row: SheetRow): RowKind => {
    const loose = firstText(row);
    if (!loose || !footer.test(loose.word)) return 'form';
    noteSeen = true;
    return 'footer';
  };
  const isTitle = (row: SheetRow): boolean => {
    let own = 0;
    for (const cell of row.cells) {
      if (isEmptyCell(cell)) continue;
      own += 1;
      if (own > 2 || !titles.has(labelText(cell).trim())) return false;
    }
    return true;
  };
  return (row) => {
    if (nearHeader > 0) {
      nearHeader -= 1;
      if (isIndex(row)) return 'form';
    }
    if (!mapped.some((column) => filled(row, column) && row.inherited?.has(column) !== true))
      return form(row);
    if (repeatsHeader(row, inHeader ? 1 : 2)) {
      nearHeader = 2;
      inHeader = true;
      return 'form';
    }
    inHeader = false;
    if (titles.size > 0 && isTitle(row)) return 'form';
    const first = firstText(row);
    if (!first) return isContinuation(row) ? 'continuation' : 'data';
    if (first.word === exampleRowMark) return 'form';
    if (footer.test(first.word)) {
      noteSeen = true;
      return 'footer';
    }
    if (noteSeen && note.test(first.word) && isAlone(row)) return 'form';
    if (isTotal(row, first)) return 'total';
    return isContinuation(row) ? 'continuation' : 'data';
  };
}
