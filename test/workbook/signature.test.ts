import { describe, expect, test } from 'vitest';
import { refusalOf } from './support/reading.ts';
import { writeXlsxParts } from './support/xlsx-writer.ts';
import { writeZip } from './support/zip-writer.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from([...values, ...new Array(600).fill(0)]);
const text = (value: string): Uint8Array => Buffer.from(value);

const ole2 = (stream: string): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
    Buffer.alloc(508),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(64),
  ]);

/** Bytes that have no structure but are the same in every run. */
const noise = (length: number): Uint8Array => {
  let state = 12345;
  return Uint8Array.from({ length }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return (state >> 16) & 0xff;
  });
};

describe('a file is what its bytes say, whatever its name', () => {
  const cases: readonly (readonly [what: string, file: Uint8Array, code: string, params?: object])[] = [
    ['no bytes', new Uint8Array(0), 'empty_file'],
    ['only a byte order mark', Uint8Array.from([0xef, 0xbb, 0xbf]), 'empty_file'],
    ['only blank lines', text('\r\n  \r\n\t\n'), 'empty_file'],
    ['a photograph', bytes(0xff, 0xd8, 0xff, 0xe0), 'not_a_workbook', { found: 'jpeg' }],
    [
      'a screenshot',
      bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
      'not_a_workbook',
      { found: 'png' },
    ],
    ['a PDF', text('%PDF-1.7\n...'), 'not_a_workbook', { found: 'pdf' }],
    ['a RAR archive', text('Rar!\x1a\x07\x00'), 'not_a_workbook', { found: 'rar' }],
    ['random bytes', noise(5000), 'not_a_workbook', { found: 'binary' }],
    ['zeros', new Uint8Array(5000), 'not_a_workbook', { found: 'binary' }],
    ['an encrypted workbook', ole2('EncryptedPackage'), 'encrypted_file'],
    ['a legacy workbook', ole2('Workbook'), 'unsupported_format', { found: 'xls' }],
    [
      'a bare BIFF5 stream',
      bytes(0x09, 0x08, 0x08, 0x00, 0x00, 0x05),
      'unsupported_format',
      { found: 'xls' },
    ],
    [
      'an HTML table',
      text('\n<html><table><tr><td>1</td></tr></table></html>'),
      'unsupported_format',
      { found: 'html' },
    ],
    ['a bare table', text('<TABLE border=1>'), 'unsupported_format', { found: 'html' }],
    [
      'SpreadsheetML 2003',
      text('\ufeff<?xml version="1.0"?><Workbook/>'),
      'unsupported_format',
      { found: 'xml' },
    ],
    ['XHTML', text('<?xml version="1.0"?><!DOCTYPE x><html/>'), 'unsupported_format', { found: 'html' }],
    [
      'an HTML table in UTF-16',
      Buffer.from('\ufeff<table><tr>', 'utf16le'),
      'unsupported_format',
      { found: 'html' },
    ],
    [
      'an OpenDocument sheet',
      writeZip([
        { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 },
        { name: 'content.xml', data: '<office:document-content/>' },
      ]),
      'unsupported_format',
      { found: 'ods' },
    ],
    [
      'a binary workbook',
      writeZip([{ name: 'xl/workbook.bin', data: 'x' }]),
      'unsupported_format',
      { found: 'xlsb' },
    ],
    [
      'a Word document',
      writeZip([{ name: 'word/document.xml', data: '<w/>' }]),
      'not_a_workbook',
      { found: 'docx' },
    ],
    ['zipped photographs', writeZip([{ name: 'a.jpg', data: 'x' }]), 'not_a_workbook', { found: 'zip' }],
    ['an empty archive', writeZip([]), 'not_a_workbook', { found: 'zip_empty' }],
  ];
  test.each(cases.map(([what, file, code, params]) => ({ what, file, code, params: params ?? {} })))(
    '$what',
    async ({ file, code, params }) => {
      expect(await refusalOf(file)).toMatchObject({ code, params });
    },
  );

  test('a file over the limit is refused unread', async () => {
    const file = writeXlsxParts({ rows: '<row><c><v>1</v></c></row>' });
    expect(await refusalOf(file, { maxBytes: file.length - 1 })).toEqual({
      code: 'too_large',
      params: { what: 'file_bytes', limit: file.length - 1, found: file.length },
    });
  });
});
