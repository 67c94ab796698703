import type { FindingKind, FindingText } from './finding-kind.ts';
import { cellTexts } from './finding-texts-cell.ts';
import { fileTexts } from './finding-texts-file.ts';
import { publicationTexts } from './finding-texts-publication.ts';
import { rowTexts } from './finding-texts-row.ts';
import { uploadTexts } from './finding-texts-upload.ts';

/** Every finding by code: its sentence in Chinese and English, how grave it is, what it speaks of, what to do. */
export const findingTexts: Readonly<Record<string, FindingText>> = {
  ...fileTexts,
  ...cellTexts,
  ...rowTexts,
  ...publicationTexts,
  ...uploadTexts,
};

/** What is fixed about a code; `undefined` for one that is no longer known. */
export function findingKindOf(code: string): FindingKind | undefined {
  return findingTexts[code];
}
