import type { AuditTrail } from '../../access/audit.ts';
import type { PrivateCopies } from '../../handback/private-copies.ts';
import type { BatchInput } from '../../indicators/facts.ts';
import type { Cache } from '../../records/cache.ts';
import type { Log } from '../../records/log.ts';
import type { Items, Now, Objects } from '../../records/ports.ts';
import type { ReadCache } from '../../records/read-published.ts';
import type { Workbook } from '../../workbook/source.ts';
import type { DocsPages } from '../docs/docs-page-data.ts';
import type { SignedFiles } from './signed-files.ts';

/** All that the routes of `documents` need from outside. */
export interface DocumentDeps {
  readonly items: Items;
  /** The workbooks as they were sent, read by version. */
  readonly inbox: Objects;
  readonly reports: Objects;
  readonly copies: PrivateCopies;
  /** Answers too large to be sent at once: kept for a day. */
  readonly exports: SignedFiles;
  readonly cache: ReadCache;
  /** Batches met before, decoded. */
  readonly batches: Cache<BatchInput>;
  /** Two-digit code of the stack's province. */
  readonly province: string;
  /** Opens a county's file; throws `WorkbookRefused` for one that cannot be read. */
  readonly openFile: (bytes: Uint8Array) => Promise<Workbook>;
  /** Turns the docs into pages. */
  readonly docsPages: DocsPages;
  readonly audit: AuditTrail;
  readonly now: Now;
  readonly log: Log;
}
