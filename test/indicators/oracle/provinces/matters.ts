import fc from 'fast-check';
import type { Row } from '../../support/county.ts';
import { projectReference } from './building.ts';
import { count, daysAround, hushed, keyed, maybe, recentDay } from './chance.ts';
import { householdReference } from './people.ts';

/** Made-up lists of issues and of responsibility links. */

const issue = fc.record({
  issueNo: count(11).map((no) => `W-${no}`),
  issueType: fc.constantFrom(
    'petition_letter',
    'petition_visit',
    'inspection',
    'inspection',
    'audit',
    'recheck',
  ),
  found: fc.constantFrom(true, true, true, false, null),
  projectId: projectReference,
  receivedDate: fc.oneof(
    daysAround('2017-04-27', '2017-03-01', '2017-02-19', '2017-01-30', '2017-01-20'),
    recentDay,
  ),
  assignedDate: maybe(recentDay),
  dueDate: maybe(fc.oneof(daysAround('2017-03-31', '2017-03-20', '2017-01-20', '2017-01-29'), recentDay), 2),
  extended: maybe(fc.boolean()),
  respondedDate: maybe(recentDay, 2),
  closedDate: maybe(recentDay, 2),
  repeatOf: fc.constantFrom('W-0', null, null),
});

export const issues: fc.Arbitrary<readonly Row[]> = hushed(
  keyed(issue, ({ issueNo }) => issueNo, 9),
  ['assignedDate', 'respondedDate', 'closedDate', 'repeatOf', 'projectId'],
);

const link = fc
  .record({
    kind: fc.constantFrom(
      'site',
      'project',
      'origin',
      'household',
      'household',
      'household',
      'task',
      'county',
    ),
    site: projectReference,
    origin: fc.constantFrom('一组', '二 组', '三组'),
    home: householdReference,
    task: fc.constantFrom('T-1', 'T-2', 'T-3'),
    level: fc.constantFrom('county', 'township', 'village', 'village'),
    officialRef: fc.constantFrom('O-1', 'O-2', 'O-3', 'O-4'),
    letterSignedDate: maybe(recentDay),
    startDate: recentDay,
    endDate: maybe(fc.oneof(daysAround('2017-04-15', '2017-04-30'), recentDay), 1),
    dueDate: maybe(recentDay),
    closedDate: maybe(recentDay, 1),
  })
  .map(({ kind, site, origin, home, task, ...row }): Row => {
    const nobody = { headIdToken: null, householdNoToken: null };
    const objectId = { site, project: site, origin, task, household: null, county: '431221' }[kind];
    return {
      ...row,
      ...(kind === 'household' ? home : nobody),
      objectType: kind,
      objectId: objectId ?? null,
    };
  });

export const responsibilities: fc.Arbitrary<readonly Row[]> = hushed(
  keyed(
    link,
    (row) =>
      JSON.stringify([
        row.objectType,
        row.objectId,
        row.headIdToken,
        row.householdNoToken,
        row.officialRef,
        row.startDate,
      ]),
    16,
  ),
  ['letterSignedDate', 'closedDate', 'dueDate'],
);
