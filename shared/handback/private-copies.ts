import { reports } from '../contract.ts';

/** Media type of .xlsx. */
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The private part of the reports bucket: written and linked to. */
export interface PrivateCopies {
  has(key: string): Promise<boolean>;
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** An address that gives the object to whoever holds it, for five minutes. */
  link(key: string, method: 'GET' | 'HEAD', disposition: string): Promise<string>;
}

/**
 * Key of an upload's annotated workbook: kept for 30 days, below its own area (design.md, Access and privacy).
 * `content` is what it was made of, so that later findings give another object.
 */
export function privateCopyKey(area: string, uploadId: string, content: string): string {
  return `${reports.private}${area.padEnd(6, '0')}/${uploadId}/${content}.xlsx`;
}

/** Key of rows that are too many for an answer, by what they were made of: kept for 30 days like every private copy. */
export function rowsCopyKey(content: string, ending: string): string {
  return `${reports.private}rows/${content}.${ending}`;
}
