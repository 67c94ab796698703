import { isUtf8 } from 'node:buffer';
import { privateUse, recogniseEncoding, strictSample, type TextEncodingName } from '../encoding.ts';
import { notAWorkbook, unsupported } from '../refusals.ts';
import { WorkbookRefused } from '../source.ts';

/** Names of charsets that pages declare, and how they are read. */
const declared: Readonly<Record<string, TextEncodingName>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  cp936: 'gb18030',
  'x-gbk': 'gb18030',
};

/** Where a declaration may stand, in bytes. */
const declarationBytes = 4096;

/**
 * Decodes a page strictly: by its mark, else as it declares itself if its bytes agree, else by rule
 * ({@link recogniseEncoding}). A page that says Big5 or another charset is read only when its bytes are UTF-8.
 *
 * @throws WorkbookRefused `encoding_unrecognised`, `not_a_workbook`
 */
export function decodeHtml(bytes: Uint8Array): {
  readonly text: string;
  readonly encoding: TextEncodingName;
} {
  const head = Buffer.from(bytes.subarray(0, declarationBytes)).toString('latin1');
  const charset = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase() ?? null;
  const foreign = charset !== null && declared[charset] === undefined && !/^utf-?16|^unicode/.test(charset);
  const encoding = encodingOf(bytes, charset, foreign);
  const text = strictSample(bytes, encoding);
  if (text === null || (encoding === 'gb18030' && privateUse.test(text))) {
    throw new WorkbookRefused('encoding_unrecognised', { found: charset ?? encoding });
  }
  if (text.includes('\0')) throw notAWorkbook('binary');
  if (/<!doctype[^>]*\[/i.test(text.slice(0, declarationBytes))) {
    throw new WorkbookRefused('xml_dtd', { part: 'html' });
  }
  if (/<frameset[\s>]/i.test(text.slice(0, declarationBytes * 4))) throw unsupported('html_frames');
  return { text, encoding };
}

function encodingOf(bytes: Uint8Array, charset: string | null, foreign: boolean): TextEncodingName {
  const wide = bytes.includes(0);
  if (!wide && foreign && !isUtf8(bytes)) {
    throw new WorkbookRefused('encoding_unrecognised', { found: charset ?? '' });
  }
  const named = wide || charset === null ? undefined : declared[charset];
  if (named === undefined || strictSample(bytes, named) === null) return recogniseEncoding(bytes, null);
  return named === 'gb18030' && isUtf8(bytes) && showsUtf8(bytes) ? 'utf-8' : named;
}

/** Valid UTF-8 with a character of three bytes is UTF-8, whatever it declares: GBK hardly looks so by chance. */
const showsUtf8 = (bytes: Uint8Array): boolean => /[\u0800-\uffff]/.test(strictSample(bytes, 'utf-8') ?? '');
