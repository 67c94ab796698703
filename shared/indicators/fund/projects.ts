import type { BatchInput } from '../facts.ts';
import type { NamedProject } from '../project-index.ts';
import { readRows } from '../rows.ts';

/** A project as payments are held against it. */
export interface FundedProject extends NamedProject {
  /** Filed and passed 备案审查通过; without it no money may go to the project. */
  readonly filed: boolean;
}

/** Reads the filing state from a projects batch. */
export function readFundedProjects(batch: BatchInput): readonly FundedProject[] {
  return readRows(batch, (cells) => ({
    projectId: cells.text('projectId') ?? '',
    projectName: cells.text('projectName'),
    filed: cells.text('filingResult') === 'passed',
  }));
}
