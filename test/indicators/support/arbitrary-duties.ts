import fc from 'fast-check';
import type { Row } from './county.ts';

/** Responsibilities, issues and reports of a made-up county, the former two beside one row that fills every column (silence is no data). */

const count = (max: number) => fc.integer({ min: 0, max });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 4 });
const day = fc
  .tuple(fc.integer({ min: 11, max: 15 }), fc.integer({ min: 1, max: 28 }))
  .map(([month, date]) => {
    const [year, of] = month > 12 ? [2017, month - 12] : [2016, month];
    return `${year}-${String(of).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  });

/** One link between an official and an object, which is a number among those of its kind. */
export const link = fc.record({
  objectType: fc.constantFrom('site', 'origin', 'household', 'household', 'project', 'task'),
  object: count(5),
  level: fc.constantFrom('county', 'township', 'village'),
  official: count(3),
  letterSignedDate: maybe(day),
  startDate: day,
  endDate: maybe(day),
  dueDate: maybe(day),
  closedDate: maybe(day),
});

/** One petition or inspection of a project. */
export const issue = fc.record({
  issueType: fc.constantFrom('petition_letter', 'inspection', 'audit'),
  found: fc.boolean(),
  project: count(5),
  receivedDate: day,
  assignedDate: maybe(day),
  respondedDate: maybe(day),
  closedDate: maybe(day),
  dueDate: maybe(day),
  extended: maybe(fc.boolean()),
  repeatOf: fc.constantFrom(null, '', 'X'),
});

const figures = {
  startRate: maybe(fc.constantFrom(0.834, 0.5, 1)),
  completionRate: maybe(fc.constantFrom(0.25, 0)),
  startedHouseholds: maybe(count(120)),
  completedHouseholds: maybe(count(120)),
  occupiedHouseholds: maybe(count(120)),
  fundsReceived: maybe(count(5_000)),
  fundsPaid: maybe(count(5_000)),
};

/** A progress report of both modes and the whole. */
export const report = fc
  .tuple(fc.record(figures), fc.record(figures), fc.record(figures))
  .map((rows) =>
    rows.map((row, n): Row => ({ mode: ['concentrated', 'scattered', 'all'][n] ?? null, ...row })),
  );

type Made<Source> = Source extends fc.Arbitrary<infer Value> ? Value : never;

const told = '2017-02-01';

/** Links as rows, their objects and officials named after the county. */
export function nameLinks(name: string, links: readonly Made<typeof link>[]): readonly Row[] {
  const full = { letterSignedDate: told, startDate: told, dueDate: told, closedDate: told };
  const first = {
    objectType: 'task',
    objectId: `${name}-J`,
    level: 'county',
    officialRef: `${name}-O`,
    ...full,
  };
  return [
    first,
    ...links.map(({ object, official, ...row }): Row => {
      const ofHousehold = row.objectType === 'household';
      return {
        ...row,
        objectId: ofHousehold ? null : `${name}-P0${object}`,
        householdNoToken: ofHousehold ? `${name}-N${object}` : null,
        officialRef: `${name}-O${official}`,
      };
    }),
  ];
}

/** Issues as rows, their numbers and projects named after the county. */
export function nameIssues(name: string, issues: readonly Made<typeof issue>[]): readonly Row[] {
  const handled = { assignedDate: told, respondedDate: told, closedDate: told, repeatOf: '' };
  const first = {
    issueNo: `${name}-W`,
    issueType: 'inspection',
    found: true,
    receivedDate: told,
    ...handled,
  };
  return [
    { ...first, projectId: `${name}-P00` },
    ...issues.map(
      ({ project, ...row }, no): Row => ({
        ...row,
        issueNo: `${name}-W${no}`,
        projectId: `${name}-P0${project}`,
      }),
    ),
  ];
}
