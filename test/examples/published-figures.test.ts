import { describe, expect, test } from 'vitest';
import { counties } from '../../examples/huaihua/counties.ts';
import type { Project } from '../../examples/huaihua/projects.ts';
import { type HouseholdRow, householdRows } from '../../examples/huaihua/sheets/households-sheet.ts';
import { personRows } from '../../examples/huaihua/sheets/persons-sheet.ts';
import { type ProjectRow, projectRows } from '../../examples/huaihua/sheets/projects-sheet.ts';
import { type TargetRow, targets2016, targets2017 } from '../../examples/huaihua/targets.ts';
import { published, publishedDay } from '../../examples/published.ts';
import { countiesOf } from '../../shared/programme/areas.ts';
import { sum, worlds } from './world.ts';

const targets = counties.flatMap((county) => [...targets2016(county), ...targets2017(county)]);
const projects = worlds.flatMap((world) => projectRows(world.projects, publishedDay));
const register2016 = worlds.flatMap((world) => householdRows(world.households, '2016-12-31'));
const register2017 = worlds.flatMap((world) => householdRows(world.households, publishedDay));

const task = (planYear: number, mode: TargetRow['mode']) =>
  targets.filter((row) => row.planYear === planYear && row.mode === mode && row.targetType === 'provincial');
const built = (planYear: number, mode: string) =>
  projects.filter(({ project }) => project.planYear === planYear && project.mode === mode);
const planned = ({ project }: ProjectRow) => project.households;
const settlers = ({ project }: ProjectRow) => project.persons;
const started = ({ state }: ProjectRow) => state.started;
const sites = built(2017, 'concentrated');
const batches = built(2017, 'scattered');
const members = ({ household }: (typeof register2016)[number]) => household.members.length;
const waiting = (mode: string) =>
  register2017.filter(({ household: { project } }) => project.planYear === 2017 && project.mode === mode);

test('the examples cover every county-level unit of Huaihua', () => {
  expect(counties.map((county) => county.code).sort()).toEqual([...countiesOf('4312')].sort());
});

describe('targets add up to the tasks of the article', () => {
  test.each([
    ['five-year task', sum(task(0, 'all'), (row) => row.persons), 110_422],
    ['provincial task of 2016', sum(task(2016, 'all'), (row) => row.persons), 21_607],
    ['plan of 2017', sum(task(2017, 'all'), (row) => row.persons), 58_797],
    ['plan of 2017, households', sum(task(2017, 'all'), (row) => row.households ?? 0), 15_521],
    ['plan of 2017, concentrated', sum(task(2017, 'concentrated'), (row) => row.persons), 24_324],
    ['plan of 2017, scattered', sum(task(2017, 'scattered'), (row) => row.persons), 34_473],
    ['sites in the plan of 2017', sum(task(2017, 'concentrated'), (row) => row.sites ?? 0), 163],
  ])('%s', (_what, found, expected) => {
    expect(found).toBe(expected);
  });
});

describe('projects at 2017-04-21 add up to the figures of the article', () => {
  test.each([
    ['concentrated sites', sites.length, published.concentratedSites.value],
    ['their households', sum(sites, planned), published.concentratedHouseholds.value],
    ['their persons', sum(sites, settlers), published.concentratedPersons.value],
    ['sites begun', sites.filter(({ state }) => state.startDate).length, published.startedSites.value],
    ['households begun in sites', sum(sites, started), published.startedConcentrated.value],
    ['scattered households', sum(batches, planned), published.scatteredHouseholds.value],
    ['scattered persons', sum(batches, settlers), published.scatteredPersons.value],
    ['scattered households begun', sum(batches, started), published.startedScattered.value],
    ['sites of 2016', built(2016, 'concentrated').length, published.inspectedSites2016.value],
  ])('%s', (_what, found, expected) => {
    expect(found).toBe(expected);
  });

  test('the person basis rounds to the published rates too (G9, G10)', () => {
    const persons = (rows: readonly ProjectRow[]) =>
      sum(rows, ({ project, state }) => Math.round((project.persons * state.started) / project.households));
    expect((persons(sites) / 24_324).toFixed(3)).toBe('0.834');
    expect((persons(batches) / 34_473).toFixed(3)).toBe('0.833');
  });

  test('the projects of 2016 are all completed, accepted and lived in', () => {
    const done = projects.filter(({ project }) => project.planYear === 2016);
    expect(sum(done, planned)).toBe(published.moved2016Households.value);
    expect(sum(done, settlers)).toBe(published.moved2016Persons.value);
    for (const { project, state } of done) {
      expect([state.completed, state.occupied]).toEqual([project.households, project.households]);
      expect(state.acceptanceDate).not.toBeNull();
    }
  });
});

describe('households and persons are the same people as the projects count', () => {
  test('at 2016-12-31: 6,416 households with 25,734 persons, every one moved in', () => {
    expect(register2016).toHaveLength(published.moved2016Households.value);
    expect(sum(register2016, members)).toBe(published.moved2016Persons.value);
    expect(register2016.filter((row) => row.moveInDate === null)).toEqual([]);
  });

  test('at 2017-04-21 the 15,521 households of 2017 are in it and none of them has moved in', () => {
    expect(register2017).toHaveLength(6_416 + 15_521);
    expect([waiting('concentrated').length, sum(waiting('concentrated'), members)]).toEqual([6_286, 24_324]);
    expect([waiting('scattered').length, sum(waiting('scattered'), members)]).toEqual([9_235, 34_473]);
    expect(register2017.filter((row) => row.moveInDate !== null)).toHaveLength(6_416);
  });

  test('per project the register has the planned households and persons, begun and completed as counted', () => {
    const byProject = new Map<Project, HouseholdRow[]>();
    for (const row of register2017) {
      const { project } = row.household;
      byProject.set(project, [...(byProject.get(project) ?? []), row]);
    }
    for (const { project, state } of projects) {
      const rows = byProject.get(project) ?? [];
      expect([rows.length, sum(rows, members)]).toEqual([project.households, project.persons]);
      expect(rows.filter((row) => row.startDate !== null)).toHaveLength(state.started);
      expect(rows.filter((row) => row.completionDate !== null)).toHaveLength(state.completed);
    }
  });

  test('there is one person row a member, 25,734 and 84,531, but for the infants of 溆浦', () => {
    const persons = (day: string) => sum(worlds, ({ households }) => personRows(households, day).length);
    const infants = (register: readonly HouseholdRow[], bornAfter: string) =>
      register
        .filter(({ household }) => household.project.county.code === '431224')
        .flatMap(({ household }) => household.members)
        .filter(({ birth }) => birth > bornAfter).length;
    expect(persons('2016-12-31')).toBe(25_734 - infants(register2016, '2016-07-02'));
    expect(persons(publishedDay)).toBe(84_531 - infants(register2017, '2016-10-21'));
    expect(infants(register2017, '2016-10-21')).toBeGreaterThanOrEqual(20);
  });
});
