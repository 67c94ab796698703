/** What the first bytes of a file say it is; names never count (domain.md F8, F10). */
export type Signature =
  | { readonly kind: 'zip' | 'ole2' | 'html' | 'text' | 'empty' }
  /** A spreadsheet-like format that is not read. */
  | { readonly kind: 'unsupported'; readonly found: string }
  /** No spreadsheet at all. */
  | { readonly kind: 'foreign'; readonly found: string };

type Magic = readonly [found: string, bytes: readonly number[], offset?: number];

const foreignMagic: readonly Magic[] = [
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['webp', [0x57, 0x45, 0x42, 0x50], 8],
  ['heic', [0x66, 0x74, 0x79, 0x70], 4],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['rar', [0x52, 0x61, 0x72, 0x21, 0x1a]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['gzip', [0x1f, 0x8b]],
  ['executable', [0x4d, 0x5a, 0x90]],
  ['executable', [0x7f, 0x45, 0x4c, 0x46]],
  ['zip_empty', [0x50, 0x4b, 0x05, 0x06]],
];

/** Beginning-of-file records of BIFF 2, 3, 4 and 5 workbooks that stand outside an OLE2 container. */
const unsupportedMagic: readonly Magic[] = [
  ['xls_old', [0x09, 0x00, 0x04, 0x00]],
  ['xls_old', [0x09, 0x02, 0x06, 0x00]],
  ['xls_old', [0x09, 0x04, 0x06, 0x00]],
  ['xls_old', [0x09, 0x08, 0x08, 0x00]],
  ['mhtml', [0x4d, 0x49, 0x4d, 0x45, 0x2d, 0x56, 0x65, 0x72, 0x73, 0x69, 0x6f, 0x6e, 0x3a]],
];

const zipMagic: Magic = ['zip', [0x50, 0x4b, 0x03, 0x04]];
const ole2Magic: Magic = ['ole2', [0xd0, 0xcf, 0x11, 0xe0]];

const has = (bytes: Uint8Array, [, magic, offset = 0]: Magic): boolean =>
  magic.every((byte, index) => bytes[offset + index] === byte);

/**
 * Tells a file's kind from its first kilobytes (spreadsheets.md §1.4: a GBK text named .xls, an HTML table
 * named .xlsx and an .xlsx named .csv all occur). Plain text is what is left over.
 */
export function signatureOf(bytes: Uint8Array): Signature {
  if (bytes.length === 0) return { kind: 'empty' };
  if (has(bytes, zipMagic)) return { kind: 'zip' };
  if (has(bytes, ole2Magic)) return { kind: 'ole2' };
  for (const magic of unsupportedMagic)
    if (has(bytes, magic)) return { kind: 'unsupported', found: magic[0] };
  for (const magic of foreignMagic) if (has(bytes, magic)) return { kind: 'foreign', found: magic[0] };
  const markup = markupOf(bytes);
  if (markup === 'html') return { kind: 'html' };
  return markup === null ? { kind: 'text' } : { kind: 'unsupported', found: markup };
}

/** HTML pages and XML tables by their first visible characters, in UTF-8 or UTF-16 (domain.md F9). */
function markupOf(bytes: Uint8Array): 'html' | 'spreadsheetml' | 'fods' | 'xml' | null {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const start = head
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .trimStart()
    .toLowerCase();
  if (start.startsWith('<?xml')) {
    if (start.includes('<html')) return 'html';
    if (start.includes('office:document')) return 'fods';
    return start.includes('<workbook') || start.includes('excel.sheet') ? 'spreadsheetml' : 'xml';
  }
  return /^<(!doctype|!--|[a-z])/.test(start) ? 'html' : null;
}
