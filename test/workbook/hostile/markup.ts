import { packedFile } from '../support/packed-file.ts';
import { relationshipTo, worksheet } from '../support/xlsx-writer.ts';
import {
  corrupt,
  type HostileKind,
  honest,
  honestRow,
  megabyte,
  ofRows,
  repeated,
  sheetPart,
  unlikeText,
  withFiles,
  within,
  xlsx,
} from './kind.ts';

const dtd: HostileKind['ends'] = { refused: 'xml_dtd' };

/** Ten entities, each ten times the one before: a billion words in a kilobyte. */
const laughs = [...'abcdefghi']
  .map((name, at) => `<!ENTITY ${name} "${at === 0 ? 'ha' : `&${'abcdefghi'[at - 1]};`.repeat(10)}">`)
  .join('');

const text = (value: string) => `<row><c t="inlineStr"><is><t>${value}</t></is></c></row>`;
const declared = (subset: string, rows: string) =>
  worksheet(rows).replace('?>', `?><!DOCTYPE worksheet ${subset}>`);

/** What is wrong with the XML inside. */
export const markupKinds: readonly HostileKind[] = [
  { name: 'a billion laughs', make: xlsx({ sheet: declared(`[${laughs}]`, text('&i;')) }), ends: dtd },
  {
    name: 'an external entity (XXE)',
    make: xlsx({ sheet: declared('[<!ENTITY x SYSTEM "file:///etc/passwd">]', text('&x;')) }),
    ends: dtd,
  },
  {
    name: 'an external document type',
    make: xlsx({ sheet: declared('SYSTEM "http://example.org/a.dtd"', honestRow) }),
    ends: dtd,
  },
  {
    name: 'a document type in the shared texts',
    make: xlsx({ rows: honestRow, sharedStrings: '<!DOCTYPE sst [<!ENTITY a "b">]><sst/>' }),
    ends: dtd,
  },
  { name: 'an entity nobody declared', make: xlsx({ rows: text('&x;') }), ends: corrupt('xml_malformed') },
  {
    name: 'XML that ends in the middle, in an intact archive',
    make: xlsx({ sheet: `<worksheet><sheetData>${honestRow}<row><c><v>2` }),
    ends: corrupt('xml_truncated'),
  },
  {
    name: 'XML that ends between two rows',
    make: xlsx({ sheet: `<worksheet><sheetData>${honestRow}` }),
    ends: corrupt('xml_truncated'),
  },
  { name: '200,000 open cells', make: xlsx({ rows: '<c '.repeat(200_000) }), ends: corrupt('xml_malformed') },
  {
    name: '200,000 open rows',
    make: xlsx({ rows: '<row>'.repeat(200_000) }),
    ends: corrupt('sheet_structure'),
  },
  {
    name: 'a tag of 50 MB',
    size: { small: 5, full: 50 },
    make: (size) => ofRows(within('<row x="', repeated(size, unlikeText()), '"/>')),
    ends: corrupt('xml_too_long'),
  },
  {
    name: 'a text of 50 MB',
    size: { small: 5, full: 50 },
    make: (size) =>
      ofRows(within('<row><c t="inlineStr"><is><t>', repeated(size, unlikeText()), '</t></is></c></row>')),
    ends: corrupt('xml_too_long'),
  },
  {
    name: 'half a million tags inside each other',
    size: { small: 65, full: 500_000 },
    make: (size) => ofRows(repeated(size, '<a>')),
    ends: corrupt('xml_depth'),
  },
  {
    name: 'a comment of 50 MB',
    size: { small: 5, full: 50 },
    make: (size) => ofRows(within('<!--', repeated(size, unlikeText()), `-->${honestRow}`)),
    ends: corrupt('xml_too_long'),
  },
  {
    name: '> and quotes inside attribute values',
    make: xlsx({ rows: `<row spans="1:1" x='">' y="'>"><c z="/>"><v>1</v></c></row>` }),
    ends: honest,
  },
  {
    name: 'prefixed elements',
    make: xlsx({
      sheet:
        '<x:worksheet xmlns:x="a"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    }),
    ends: honest,
  },
  {
    name: 'parts in UTF-16',
    make: xlsx({ sheet: Buffer.from(`\ufeff${worksheet(honestRow)}`, 'utf16le') }),
    ends: { refused: 'unsupported_format', params: { found: 'xml_utf16' } },
  },
  {
    name: 'bytes that are no UTF-8',
    make: xlsx({ sheet: Buffer.concat([Buffer.from(worksheet(honestRow)), Buffer.from([0xff])]) }),
    ends: corrupt('part_encoding'),
  },
  {
    name: '__proto__ as a sheet’s name, a relationship, an entry and a text',
    make: xlsx({
      rows: text('__proto__'),
      sheets: '<sheet name="__proto__" r:id="__proto__"/>',
      relationships: relationshipTo('__proto__', 'worksheet', 'worksheets/sheet1.xml'),
      files: [
        { name: '__proto__', data: 'x' },
        { name: 'constructor', data: 'x' },
      ],
    }),
    ends: { sheets: [[['__proto__']]] },
  },
  {
    name: '__proto__ as the place of a comment',
    make: xlsx({
      rows: honestRow,
      files: [
        {
          name: 'xl/comments1.xml',
          data: '<comments><commentList><comment ref="__proto__"/></commentList></comments>',
        },
      ],
    }),
    ends: honest,
  },
  {
    name: '__proto__ as the place of a cell',
    make: xlsx({ rows: '<row r="1"><c r="__proto__"><v>1</v></c></row>' }),
    ends: corrupt('cell_reference'),
  },
  {
    name: '__proto__ as an attribute and an element',
    make: xlsx({ rows: '<row __proto__="1"><c constructor="2"><v>1</v></c></row><__proto__/>' }),
    ends: honest,
  },
  {
    name: 'a gigabyte of blank sheet',
    size: { small: 40, full: 700 },
    make: async (size) =>
      withFiles({}, [
        await packedFile(
          sheetPart,
          within(
            `<worksheet><sheetData>${honestRow}</sheetData>`,
            repeated(size, ' '.repeat(megabyte)),
            '</worksheet>',
          ),
        ),
      ]),
    ends: { refused: 'zip_bomb' },
  },
];
