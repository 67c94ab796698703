import { describe, expect, test } from 'vitest';
import { writeOle2 } from './support/ole2-writer.ts';
import { refusalOf } from './support/reading.ts';
import { writeXls } from './support/xls-writer.ts';
import { writeXlsxParts } from './support/xlsx-writer.ts';
import { writeZip } from './support/zip-writer.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from([...values, ...new Array(600).fill(0)]);
const text = (value: string): Uint8Array => Buffer.from(value);

const ole2 = (name: string): Uint8Array => writeOle2([{ name, data: Buffer.alloc(5000) }]);

/** Bytes that have no structure but are the same in every run. */
const noise = (length: number): Uint8Array => {
  let state = 12345;
  return Uint8Array.from({ length }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return (state >> 16) & 0xff;
  });
};

const oneCell = { name: '表1', rows: [['1']] };
const old = { found: 'xls_old' };

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
    ['a workbook whose rights are managed', ole2('\u0009DRMContent'), 'encrypted_file'],
    ['an .xls with a password', writeXls([oneCell], { encrypted: true }), 'encrypted_file'],
    ['an .xls of Excel 95', writeXls([oneCell], { version: 0x0500, stream: 'Book' }), 'unsupported_format'],
    ['Excel 95 by its version', writeXls([oneCell], { version: 0x0500 }), 'unsupported_format', old],
    ['a Word 97 document', ole2('WordDocument'), 'not_a_workbook', { found: 'doc' }],
    ['a PowerPoint 97 file', ole2('PowerPoint Document'), 'not_a_workbook', { found: 'ppt' }],
    ['another container', ole2('Something'), 'not_a_workbook', { found: 'ole2' }],
    ['the beginning of a container', ole2('Workbook').subarray(0, 700), 'corrupt_file'],
    ['a bare BIFF5 stream', bytes(0x09, 0x08, 0x08, 0x00, 0x00, 0x05), 'unsupported_format', old],
    ['a web page without a table', text('<html><p>1</p></html>'), 'not_a_workbook', { found: 'html' }],
    [
      'a page in frames',
      text('<html><frameset rows="1"><frame src="x"></frameset>'),
      'unsupported_format',
      { found: 'html_frames' },
    ],
    [
      'a table in a table',
      text('<table><tr><td><table></table></td></tr></table>'),
      'unsupported_format',
      { found: 'html_nested' },
    ],
    [
      'a page that declares entities',
      text('<!DOCTYPE html [<!ENTITY a "b">]><html><table></table></html>'),
      'xml_dtd',
    ],
    ['a page cut off in its table', text('<table><tr><td>1</td></tr>'), 'corrupt_file'],
    [
      'SpreadsheetML 2003',
      text('\ufeff<?xml version="1.0"?><Workbook/>'),
      'unsupported_format',
      { found: 'spreadsheetml' },
    ],
    [
      'flat OpenDocument',
      text('<?xml version="1.0"?><office:document/>'),
      'unsupported_format',
      { found: 'fods' },
    ],
    ['other XML', text('<?xml version="1.0"?><a/>'), 'unsupported_format', { found: 'xml' }],
    ['a web archive', text('MIME-Version: 1.0\n'), 'unsupported_format', { found: 'mhtml' }],
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

  test('an .xls over the limit of formats that are read whole is refused unread', async () => {
    const file = writeXls([oneCell]);
    expect(await refusalOf(file, { maxLegacyBytes: file.length - 1 })).toEqual({
      code: 'too_large',
      params: { what: 'legacy_bytes', limit: file.length - 1, found: file.length },
    });
  });

  test('a file over the limit is refused unread', async () => {
    const file = writeXlsxParts({ rows: '<row><c><v>1</v></c></row>' });
    expect(await refusalOf(file, { maxBytes: file.length - 1 })).toEqual({
      code: 'too_large',
      params: { what: 'file_bytes', limit: file.length - 1, found: file.length },
    });
  });
});
