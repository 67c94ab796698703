import type { BatchInput } from './facts.ts';
import type { Origin } from './origin.ts';
import type { NamedProject } from './project-index.ts';
import { readRows } from './rows.ts';

/** A project as other files refer to it; a concentrated one is a settlement site 安置点. */
export interface Site extends NamedProject {
  readonly origin: Origin;
  readonly mode: string | null;
}

/** Reads a projects batch down to what names a project. */
export function readSites(batch: BatchInput): readonly Site[] {
  return readRows(batch, (cells, origin) => ({
    origin,
    projectId: cells.text('projectId') ?? '',
    projectName: cells.text('projectName'),
    mode: cells.text('mode'),
  }));
}
