import { writeZip, type ZipFile, type ZipOptions } from './zip-writer.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Parts of a workbook to be written; each may be replaced to make the case at hand. */
export interface XlsxParts {
  /** Inside of `sheetData` of the only sheet. */
  readonly rows?: string;
  /** What follows `sheetData`. */
  readonly tail?: string;
  /** The whole sheet part instead. */
  readonly sheet?: string | Uint8Array;
  /** Inside of `sst`; without it there is no such part. */
  readonly strings?: string;
  /** The whole part of shared texts instead. */
  readonly sharedStrings?: string | Uint8Array;
  /** Inside of `styleSheet`; without it there is no such part. */
  readonly styles?: string;
  readonly workbookProperties?: string;
  readonly sheets?: string;
  readonly relationships?: string;
  /** Further files, or replacements by name. */
  readonly files?: readonly ZipFile[];
  readonly zip?: ZipOptions;
}

const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${contentType}.worksheet+xml"/></Types>`;

export const worksheet = (rows: string, tail = ''): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}"><dimension ref="A1:XFD1048576"/><sheetData>${rows}</sheetData>${tail}</worksheet>`;

export const relationshipTo = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${relation}/${type}" Target="${target}"/>`;

/** Writes an .xlsx with one sheet `表1`. */
export function writeXlsxParts(parts: XlsxParts): Uint8Array {
  const strings = parts.sharedStrings ?? (parts.strings && `<sst xmlns="${main}">${parts.strings}</sst>`);
  const relationships = [
    relationshipTo('rId1', 'worksheet', 'worksheets/sheet1.xml'),
    strings === undefined ? '' : relationshipTo('rId2', 'sharedStrings', 'sharedStrings.xml'),
    parts.styles === undefined ? '' : relationshipTo('rId3', 'styles', '/xl/styles.xml'),
  ].join('');
  const files: ZipFile[] = [
    { name: '[Content_Types].xml', data: contentTypes },
    {
      name: '_rels/.rels',
      data: `<Relationships>${relationshipTo('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${main}" xmlns:r="${relation}">${parts.workbookProperties ?? ''}<sheets>${parts.sheets ?? '<sheet name="表1" sheetId="1" r:id="rId1"/>'}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships>${parts.relationships ?? relationships}</Relationships>`,
    },
    { name: 'xl/worksheets/sheet1.xml', data: parts.sheet ?? worksheet(parts.rows ?? '', parts.tail) },
  ];
  if (strings !== undefined) files.push({ name: 'xl/sharedStrings.xml', data: strings });
  if (parts.styles !== undefined) {
    files.push({ name: 'xl/styles.xml', data: `<styleSheet xmlns="${main}">${parts.styles}</styleSheet>` });
  }
  const extra = parts.files ?? [];
  const kept = files.filter(({ name }) => !extra.some((file) => file.name === name));
  return writeZip([...kept, ...extra], parts.zip);
}
