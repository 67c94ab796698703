import { archiveKinds } from './archives.ts';
import { cellKinds } from './cells.ts';
import type { HostileKind } from './kind.ts';
import { markupKinds } from './markup.ts';
import { textKinds } from './texts.ts';

/** Every hostile kind of spreadsheets.md §1.3, and those of reliability.md §6.3 that concern reading bytes. */
export const hostileKinds: readonly HostileKind[] = [
  ...archiveKinds,
  ...markupKinds,
  ...cellKinds,
  ...textKinds,
];
