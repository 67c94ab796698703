import { expect, test } from 'vitest';
import { rounds } from '../../examples/huaihua/files.ts';
import { stateOn } from '../../examples/huaihua/projects.ts';
import { publishedDay } from '../../examples/published.ts';
import { sum, worlds } from './world.ts';

const projects = worlds.flatMap((world) => world.projects);
const plan2017 = projects.filter((project) => project.planYear === 2017);
const days = [...new Set(rounds.map((round) => round.day))].sort();

const startRate = (day: string) =>
  sum(plan2017, (project) => stateOn(project, day).started) / sum(plan2017, (project) => project.households);
const sitesBegun = (day: string) =>
  plan2017.filter((project) => project.mode === 'concentrated' && stateOn(project, day).startDate !== null)
    .length;

test('counts of no project shrink from one report to the next', () => {
  for (const project of projects) {
    let before = { started: 0, completed: 0, occupied: 0 };
    for (const day of days) {
      const { started, completed, occupied } = stateOn(project, day);
      expect(started).toBeGreaterThanOrEqual(before.started);
      expect(completed).toBeGreaterThanOrEqual(before.completed);
      expect(occupied).toBeGreaterThanOrEqual(before.occupied);
      expect(project.households).toBeGreaterThanOrEqual(started);
      expect(started).toBeGreaterThanOrEqual(completed);
      expect(completed).toBeGreaterThanOrEqual(occupied);
      before = { started, completed, occupied };
    }
  }
});

test('the city keeps every node of the 334 plan and stands at 12,935 of 15,521 on 2017-04-21', () => {
  expect(startRate('2016-12-31')).toBeGreaterThanOrEqual(0.3);
  expect(startRate('2017-03-31')).toBeGreaterThanOrEqual(0.6);
  expect(startRate(publishedDay)).toBe(12_935 / 15_521);
  expect(sitesBegun('2016-12-31')).toBeGreaterThanOrEqual(49);
  expect(sitesBegun('2017-03-31')).toBeGreaterThanOrEqual(98);
  expect(sitesBegun(publishedDay)).toBe(136);
});

test('some counties lag behind the node of March and none has done everything', () => {
  const rates = worlds.map((world) => {
    const own = world.projects.filter((project) => project.planYear === 2017);
    return sum(own, (project) => stateOn(project, '2017-03-31').started) / sum(own, (one) => one.households);
  });
  expect(rates.filter((rate) => rate < 0.6).length).toBeGreaterThan(0);
  expect(rates.filter((rate) => rate < 0.6).length).toBeLessThan(6);
  expect(Math.max(...rates)).toBeLessThan(1);
});

/** The one project that began before its filing, on purpose (examples/huaihua/manifest.ts). */
const begunBeforeFiling = '431225-2017-F002';

test('filing comes before the start, and building before acceptance, keys and moving in', () => {
  for (const project of projects) {
    for (const { milestones } of project.phases) {
      if (!milestones) continue;
      const { start, completion, acceptance, keys, moveIn } = milestones;
      const filed = project.id === begunBeforeFiling ? start : project.filingDate;
      const order = [filed, start, completion, acceptance, keys, moveIn];
      expect([...order].sort()).toEqual(order);
    }
  }
});

test('investment per person is within 100 to 500,000 yuan, about 50,000', () => {
  for (const project of projects) {
    const perPerson = project.investmentYuan / project.persons;
    expect(perPerson).toBeGreaterThan(40_000);
    expect(perPerson).toBeLessThan(60_000);
  }
});

test('project numbers and names are unique in their county', () => {
  for (const { projects: own } of worlds) {
    expect(new Set(own.map((project) => project.id)).size).toBe(own.length);
    expect(new Set(own.map((project) => project.name)).size).toBe(own.length);
  }
});
