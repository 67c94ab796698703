import type { RawRow } from '../workbook/source.ts';
import { type Header, labelText } from './header.ts';
import { exampleRowMark } from './marks.ts';

/**
 * What a row below the header is. Only `data` and `total` are counted (a total is ignored): blank rows, repeated
 * headers, rows of column numbers, a template's example row, footers and notes are the form, not rows of it (domain.md §6.2 F18–F22).
 */
export type RowKind = 'data' | 'total' | 'form';

const totalWord =
  /^(?:本页|本表)?(?:合计|小计|总计|共计|累计|总数|全市|全县|全省|全区|其中)|(?:合计|小计|总计)$/;
const footer =
  /^(?:填表人|填报人|制表人|制表|审核人|复核人|负责人|单位负责人|分管领导|填报日期|填表日期|联系电话|联系人|填表说明|填报说明|单位盖章)[:(]|^(?:注|备注|说明|附注)\s*\d*[:、.]/;
const note = /^(?:[(]?\d{1,2}[)]?[、.)]|[一二三四五六七八九十]+、)/;
const indexCell = /^[(]?(?:\d{1,3}|[甲乙丙丁戊己庚辛壬癸]|[A-Z]{1,2})[)]?$/;

/** Sorts the rows below one header; keeps what it has seen, so rows come in order. */
export function rowSorter(header: Header): (row: RawRow) => RowKind {
  const mapped = header.fields.flatMap(({ columns }) => columns);
  const county = header.fields.find(({ field }) => field.type === 'areaCode')?.columns ?? [];
  const enums = new Map(
    header.fields.flatMap(({ field, columns }) =>
      field.values ? columns.map((column) => [column, field.values ?? []] as const) : [],
    ),
  );
  let noteSeen = false;
  let nearHeader = 2;

  const text = (row: RawRow, column: number): string => labelText(row.cells[column]).trim();
  const filled = (row: RawRow, column: number): boolean => {
    const cell = row.cells[column];
    return typeof cell === 'string' ? cell.trim() !== '' : cell !== null && cell !== undefined;
  };
  const firstText = (row: RawRow): { column: number; word: string } | null => {
    for (const [column, cell] of row.cells.entries()) {
      if (typeof cell !== 'string') continue;
      const word = cell.normalize('NFKC').replace(/\s/g, '');
      if (word !== '' && !/^[\d.,%-]+$/.test(word)) return { column, word };
    }
    return null;
  };
  const repeatsHeader = (row: RawRow): boolean => {
    let same = 0;
    for (const column of mapped) {
      if (!filled(row, column)) continue;
      if (text(row, column) !== (header.labels[column] ?? '').trim()) return false;
      same += 1;
    }
    return same >= 2;
  };
  const isIndex = (row: RawRow): boolean => {
    let last = 0;
    let cells = 0;
    for (const cell of row.cells) {
      if (cell === null || (typeof cell === 'string' && cell.trim() === '')) continue;
      if (typeof cell !== 'string' && typeof cell !== 'number') return false;
      const word = String(cell).normalize('NFKC').trim();
      if (!indexCell.test(word)) return false;
      cells += 1;
      const number = /\d+/.exec(word)?.[0];
      if (number === undefined) continue;
      if (last !== 0 && Number(number) !== last + 1) return false;
      last = Number(number);
    }
    return cells >= 3;
  };
  /** 合计 as a value (mode of a target) in a row that names its county is data, not a total (R4). */
  const isTotal = (row: RawRow, first: { column: number; word: string }): boolean => {
    if (!totalWord.test(first.word)) return false;
    const stated = county.some(
      (column) => filled(row, column) && !totalWord.test(text(row, column).replace(/\s/g, '')),
    );
    if (stated) return false;
    const values = enums.get(first.column);
    const isValue =
      values?.some(({ zh, spellings }) => zh === first.word || spellings.includes(first.word)) ?? false;
    return !(
      isValue &&
      county.length === 0 &&
      [...enums.keys()].some((column) => column !== first.column && filled(row, column))
    );
  };

  return (row) => {
    if (nearHeader > 0) {
      nearHeader -= 1;
      if (isIndex(row)) return 'form';
    }
    if (!mapped.some((column) => filled(row, column))) {
      const loose = firstText(row);
      if (loose && footer.test(loose.word)) noteSeen = true;
      return 'form';
    }
    if (repeatsHeader(row)) {
      nearHeader = 1;
      return 'form';
    }
    const first = firstText(row);
    if (!first) return 'data';
    if (first.word === exampleRowMark) return 'form';
    const alone = row.cells.filter((cell) => cell !== null && cell !== '').length <= 2;
    if (footer.test(first.word) || (noteSeen && alone && note.test(first.word))) {
      noteSeen = true;
      return 'form';
    }
    return isTotal(row, first) ? 'total' : 'data';
  };
}
