import { type FunctionName, reports, table } from '../shared/contract.ts';

/** What a function may do with the table and the reports bucket, as key patterns and object prefixes. */
export interface Access {
  /** Partition keys it may read: `all`, or patterns in which `*` stands for any ending. */
  readonly reads: 'all' | readonly string[];
  /** Partition keys it may write. */
  readonly writes: 'all' | readonly string[];
  /** Prefixes of the reports bucket it may read. */
  readonly gets: readonly string[];
  /** Prefixes of the reports bucket it may write. */
  readonly puts: readonly string[];
  /**
   * Whether it may see which objects the reports bucket has. Without it S3 answers for an object that is not
   * there as for a forbidden one, and what was never written looks like a fault of ours.
   */
  readonly lists: boolean;
}

const { county, uploadId, batch, facts, tree, commits, heads } = table.prefixes;
const every = (prefix: string): string => `${prefix}*`;

/** All that is published: heads, commits, trees and facts, but no row of any county. */
const published = [heads, every(commits), every(tree), every(facts)];
const uploads = [every(county), every(uploadId)];

/**
 * Who may touch what (design.md, The path and Access and privacy). Nobody is given Scan or DeleteItem: the
 * sweeper, which needs both, has its own role when it comes. Who answers requests adds audit records and can
 * neither read nor remove one.
 *
 * `ingest` cannot publish, `api` cannot read a row and writes nothing but the orders it was given, which
 * `indicators` obeys and cannot forge, and only `documents` writes where a county's own copy lies.
 * `cadence` reads rows to hold counties against each other and writes nothing but the alerts it finds.
 */
export const access: Readonly<Record<FunctionName, Access>> = {
  ingest: {
    reads: [...uploads, every(batch)],
    writes: [...uploads, every(batch)],
    gets: [],
    puts: [reports.findings],
    lists: false,
  },
  indicators: {
    reads: 'all',
    writes: 'all',
    gets: [reports.findings, reports.diffs, reports.commands],
    puts: [reports.findings, reports.diffs],
    lists: true,
  },
  api: {
    reads: [...published, ...uploads],
    writes: [],
    gets: [reports.findings, reports.diffs, reports.commands, reports.alerts],
    puts: [reports.commands, reports.audit],
    lists: true,
  },
  documents: {
    reads: 'all',
    writes: [],
    gets: [reports.findings, reports.private, reports.exports],
    puts: [reports.private, reports.audit, reports.exports],
    lists: false,
  },
  cadence: {
    reads: [...published, ...uploads, every(batch)],
    writes: [],
    gets: [],
    puts: [reports.alerts],
    lists: false,
  },
};
