import { writeOle2 } from '../support/ole2-writer.ts';
import { packedFile } from '../support/packed-file.ts';
import { writeXls } from '../support/xls-writer.ts';
import { relationshipTo, worksheet, writeXlsxParts } from '../support/xlsx-writer.ts';
import { writeZip, type ZipFile } from '../support/zip-writer.ts';
import {
  bomb,
  corrupt,
  type HostileKind,
  honest,
  honestRow,
  megabyte,
  noise,
  numbered,
  ofRows,
  ofStrings,
  repeated,
  sheetPart,
  tooLarge,
  withFiles,
  xlsx,
} from './kind.ts';

const honestFile = () => writeXlsxParts({ rows: honestRow });
const beside = (...files: readonly ZipFile[]): HostileKind['make'] => xlsx({ rows: honestRow, files });
const zeros = (megabytes: number) => repeated(megabytes, '\0'.repeat(megabyte));
const bombSize = { small: 48, full: 1024 };

/** Packed bytes with one in the middle changed: deflate's own structure breaks or its checksum does. */
function damaged(file: ZipFile): ZipFile {
  const packed = Buffer.from(file.packed ?? []);
  packed.fill(0xff, packed.length >> 1, (packed.length >> 1) + 40);
  return { ...file, packed };
}

const sheetOf = (pieces: Iterable<string>) => packedFile(sheetPart, [worksheet([...pieces].join(''))]);

/** What is wrong with the archive itself, and archives that are something else. */
export const archiveKinds: readonly HostileKind[] = [
  { name: 'no bytes at all', make: () => new Uint8Array(0), ends: { refused: 'empty_file' } },
  {
    name: '100 MB',
    size: { small: 1000, full: 100 * megabyte },
    make: (size) => Buffer.alloc(size, 'a,b\n'),
    ends: tooLarge('file_bytes'),
    limits: { maxBytes: 999 },
  },
  {
    name: 'gigabytes of zeros as shared texts, in a megabyte',
    size: bombSize,
    make: (size) => ofStrings(zeros(size)),
    ends: bomb,
  },
  {
    name: 'the same, in an archive that lies about the size',
    size: bombSize,
    make: (size) => ofStrings(zeros(size), { size: 1000 }),
    ends: corrupt('zip_size'),
  },
  {
    name: 'millions of equal shared texts',
    size: { small: 2_200_000, full: 20_000_000 },
    make: (size) => ofStrings(repeated(size / 1000, '<si><t>a</t></si>'.repeat(1000))),
    ends: bomb,
  },
  {
    name: 'gigabytes of equal rows',
    size: { small: 1_400_000, full: 38_000_000 },
    make: (size) => ofRows(repeated(size / 1000, honestRow.repeat(1000))),
    ends: bomb,
  },
  {
    name: 'a bomb as a picture, which nobody opens',
    size: bombSize,
    make: async (size) =>
      withFiles({ rows: honestRow }, [await packedFile('xl/media/image1.png', zeros(size))]),
    ends: honest,
  },
  {
    name: 'a bomb in an archive in the workbook, which nobody opens',
    size: bombSize,
    make: async (size) =>
      withFiles({ rows: honestRow }, [
        { name: 'xl/embeddings/inner.zip', data: writeZip([await packedFile('a', zeros(size))]) },
      ]),
    ends: honest,
  },
  {
    name: 'archives in archives',
    make: () => {
      let inner = writeZip([{ name: 'a.txt', data: 'a' }]);
      for (let depth = 0; depth < 20; depth++) inner = writeZip([{ name: 'a.zip', data: inner }]);
      return inner;
    },
    ends: { refused: 'not_a_workbook', params: { found: 'zip' } },
  },
  {
    name: 'a damaged deflate stream',
    make: async () =>
      withFiles({}, [
        damaged(await sheetOf(numbered(300, (at) => `<row r="${at}"><c><v>${at * 37}</v></c></row>`))),
      ]),
    ends: { refused: 'corrupt_file' },
  },
  {
    name: 'a wrong checksum',
    make: async () => withFiles({}, [{ ...(await sheetOf([honestRow])), crc: 1 }]),
    ends: corrupt('zip_checksum'),
  },
  {
    name: 'an archive cut off in the middle',
    make: () => honestFile().subarray(0, 700),
    ends: corrupt('zip_truncated'),
  },
  {
    name: 'an archive without its last byte',
    make: () => honestFile().subarray(0, -1),
    ends: corrupt('zip_truncated'),
  },
  {
    name: '60,000 entries',
    size: { small: 2_001, full: 60_000 },
    make: (size) =>
      writeXlsxParts({
        rows: honestRow,
        files: [...Array(size).keys()].map((at) => ({ name: `a${at}`, data: '', method: 0 })),
      }),
    ends: { refused: 'zip_bomb', params: { what: 'entries' } },
  },
  {
    name: 'two entries of one name',
    make: xlsx({
      rows: honestRow,
      files: [
        { name: 'xl/worksheets/A.xml', data: '' },
        { name: 'XL/worksheets/a.xml', data: '' },
      ],
    }),
    ends: corrupt('zip_duplicate_name'),
  },
  {
    name: 'an entry called ../../etc/passwd',
    make: beside({ name: '../../etc/passwd', data: 'x' }),
    ends: honest,
  },
  {
    name: 'a sheet that is said to lie at ../../../etc/passwd',
    make: xlsx({
      rows: honestRow,
      relationships: relationshipTo('rId1', 'worksheet', '../../../etc/passwd'),
    }),
    ends: corrupt('part_missing'),
  },
  {
    name: 'an entry under a password',
    make: xlsx({ files: [{ name: sheetPart, data: 'x', flags: 1 }] }),
    ends: { refused: 'encrypted_file' },
  },
  {
    name: 'an entry packed by another method',
    make: xlsx({ files: [{ name: sheetPart, data: 'x', method: 14 }] }),
    ends: { refused: 'unsupported_format', params: { found: 'zip_method' } },
  },
  { name: 'random bytes named .xlsx', make: () => noise(5000), ends: { refused: 'not_a_workbook' } },
  {
    name: 'an encrypted .xlsx',
    make: () =>
      writeOle2([
        { name: 'EncryptedPackage', data: Buffer.alloc(5000) },
        { name: 'EncryptionInfo', data: Buffer.alloc(200) },
      ]),
    ends: { refused: 'encrypted_file' },
  },
  {
    name: 'an .xls under a password',
    make: () => writeXls([{ name: '表1', rows: [[1]] }], { encrypted: true }),
    ends: { refused: 'encrypted_file' },
    legacy: true,
  },
  {
    name: 'an .xls named .xlsx',
    make: () => writeXls([{ name: '表1', rows: [[1]] }]),
    ends: honest,
    legacy: true,
  },
  {
    name: 'a workbook with macros, which are never looked at',
    make: beside({ name: 'xl/vbaProject.bin', data: writeOle2([{ name: 'VBA', data: Buffer.alloc(5000) }]) }),
    ends: honest,
  },
  {
    name: 'a link to another workbook, which is never followed',
    make: xlsx({
      rows: '<row><c><f>[1]Sheet1!A1</f><v>1</v></c></row>',
      files: [
        {
          name: 'xl/externalLinks/externalLink1.xml',
          data: '<externalLink><externalBook r:id="rId1"/></externalLink>',
        },
        {
          name: 'xl/externalLinks/_rels/externalLink1.xml.rels',
          data: `<Relationships>${relationshipTo('rId1', 'externalLinkPath', 'file:///etc/passwd').replace('/>', ' TargetMode="External"/>')}</Relationships>`,
        },
      ],
    }),
    ends: honest,
  },
];
