import { findPart, type Package, requirePart, scanPart, smallPartCap } from './package-parts.ts';
import { corrupt, notAWorkbook, unsupported } from './refusals.ts';
import { readRelationships } from './relationships.ts';

/** What `workbook.xml` says: sheets in order, where their parts are, the calendar. */
export interface WorkbookParts {
  readonly date1904: boolean;
  readonly sheets: readonly SheetPart[];
  readonly sharedStrings: string | null;
  readonly styles: string | null;
}

/** One sheet of cells; charts and dialogs have none and are left out. */
export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

const usualWorkbook = 'xl/workbook.xml';

/** Zipped formats that are not read, by a part only they have. */
const otherPackages: readonly (readonly [part: string, found: string])[] = [
  ['xl/workbook.bin', 'xlsb'],
  ['content.xml', 'ods'],
  ['index/document.iwa', 'numbers'],
  ['index/tables/datalist.iwa', 'numbers'],
];

/**
 * Name of the workbook part of a package.
 *
 * @throws WorkbookRefused `unsupported_format` for .ods, .xlsb and .numbers, `not_a_workbook` for other
 * archives (.docx, a zip of photographs).
 */
export async function findWorkbookPart(xlsx: Package): Promise<string> {
  for (const [part, found] of otherPackages) if (findPart(xlsx, part) !== null) throw unsupported(found);
  if (findPart(xlsx, usualWorkbook) !== null) return usualWorkbook;
  for (const { type, target } of (await readRelationships(xlsx, '')).values()) {
    if (type === 'officeDocument' && target?.endsWith('.xml') && /(^|\/)workbook[^/]*$/i.test(target)) {
      return requirePart(xlsx, target).name;
    }
  }
  if (findPart(xlsx, 'word/document.xml') !== null) throw notAWorkbook('docx');
  throw notAWorkbook(findPart(xlsx, 'ppt/presentation.xml') === null ? 'zip' : 'pptx');
}

interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly id: string;
}

/** Reads `workbook.xml` and its relationships. @throws WorkbookRefused `corrupt_file` */
export async function readWorkbookParts(xlsx: Package): Promise<WorkbookParts> {
  const part = await findWorkbookPart(xlsx);
  const listed: ListedSheet[] = [];
  let date1904 = false;
  await scanPart(xlsx, requirePart(xlsx, part), smallPartCap, {
    open(name, scanner) {
      if (name === 'workbookPr') date1904 = ['1', 'true', 'on'].includes(scanner.attribute('date1904') ?? '');
      if (name !== 'sheet' || scanner.depth !== 3) return;
      listed.push({
        name: scanner.attribute('name') ?? '',
        hidden: (scanner.attribute('state') ?? 'visible') !== 'visible',
        id: scanner.attribute('id') ?? '',
      });
    },
  });
  const relationships = await readRelationships(xlsx, part);
  const targetOf = (type: string): string | null => {
    for (const relationship of relationships.values())
      if (relationship.type === type) return relationship.target;
    return null;
  };
  const sheets: SheetPart[] = [];
  for (const { name, hidden, id } of listed) {
    const relationship = relationships.get(id);
    if (relationship !== undefined && relationship.type !== 'worksheet') continue;
    const target = relationship?.target;
    if (target === undefined || target === null) throw corrupt('workbook_structure', { part, sheet: name });
    sheets.push({ name, hidden, part: requirePart(xlsx, target).name });
  }
  if (sheets.length === 0) throw corrupt('workbook_structure', { part });
  return { date1904, sheets, sharedStrings: targetOf('sharedStrings'), styles: targetOf('styles') };
}
