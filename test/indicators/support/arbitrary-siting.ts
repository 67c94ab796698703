import fc from 'fast-check';
import { avoidColumns, nearColumns, reachColumns } from '../../../shared/indicators/site/projects.ts';

const reply = fc.constantFrom(true, true, true, false, null);

/** Columns of a made-up county's projects that only the siting family reads. */
export const projectSiting = {
  ...Object.fromEntries([...avoidColumns, ...nearColumns, ...reachColumns].map((column) => [column, reply])),
  filingNo: fc.constantFrom('F', 'F', null),
  qualityLetterSigned: reply,
  acceptanceResult: fc.constantFrom('passed', 'passed', 'failed', 'rectified', null),
};

/** What at least one row of a file answers: a column that nobody fills is no data. */
export const saidOfSites = {
  nearTown: false,
  reachValue: true,
  filingResult: 'passed',
  qualityLetterSigned: true,
  acceptanceResult: 'failed',
} as const;
