import { expect, test } from 'vitest';
import { cardNumber, creditCode, idCheckCharacter } from '../../examples/huaihua/identities.ts';
import { breadwinner, isLabour } from '../../examples/huaihua/people.ts';
import { personRows } from '../../examples/huaihua/sheets/persons-sheet.ts';
import { isDay } from '../../shared/programme/calendar.ts';
import { sum, worlds } from './world.ts';

const households = worlds.flatMap((world) => world.households);
const members = households.flatMap((household) => household.members);
const onDay = (day: string) => worlds.flatMap((world) => personRows(world.households, day));

test('the check character is the one of GB 11643 on the numbers of domain.md §6.1', () => {
  for (const id of ['990101199003077719', '990101198506150020', '99010119700101001X', '99010120010421102X']) {
    expect(idCheckCharacter(id.slice(0, 17))).toBe(id[17]);
  }
});

test('credit codes carry the check character of domain.md §6.1', () => {
  expect([creditCode('93', 1), creditCode('91', 2), creditCode('91', 4)]).toEqual([
    '93990101MA0000001Q',
    '91990101MA00000022',
    '91990101MA00000048',
  ]);
});

test('bank cards pass Luhn and have 19 digits', () => {
  const digits = [...cardNumber(431_222_00005)].map(Number).reverse();
  const folded = digits.map((digit, i) =>
    i % 2 === 1 ? (digit * 2 > 9 ? digit * 2 - 9 : digit * 2) : digit,
  );
  expect([digits.length, folded.reduce((a, b) => a + b, 0) % 10]).toEqual([19, 0]);
});

test('every ID number is fictitious, valid, and says birthday and sex', () => {
  const wrong = members.filter(
    ({ idNo, birth, sex }) =>
      !/^990101\d{11}[\dX]$/.test(idNo) ||
      idCheckCharacter(idNo.slice(0, 17)) !== idNo[17] ||
      idNo.slice(6, 14) !== birth.replaceAll('-', '') ||
      Number(idNo[16]) % 2 !== (sex === '男' ? 1 : 0) ||
      !isDay(birth),
  );
  expect(wrong).toEqual([]);
});

test('every ID number is one person’s own, but for the planted child of two neighbouring counties (X6)', () => {
  const countiesOf = new Map<string, readonly string[]>();
  for (const { members: family, project } of households) {
    for (const { idNo } of family)
      countiesOf.set(idNo, [...(countiesOf.get(idNo) ?? []), project.county.code]);
  }
  expect([...countiesOf.values()].filter((places) => places.length > 1)).toEqual([['431225', '431230']]);
});

test('households have one head, 1 to 9 members and a number of their own', () => {
  const wrong = households.filter(
    ({ members: family }) =>
      family.filter((member) => member.relation === 'head').length !== 1 || family.length > 9,
  );
  expect(wrong).toEqual([]);
  expect(new Set(households.map((household) => household.no)).size).toBe(households.length);
});

test('nobody but the two planted households has more than 25 square metres or has raised more than the cap', () => {
  const wrong = households.filter(
    ({ members: { length }, houseArea, selfRaisedYuan }) =>
      houseArea / length > 25 || selfRaisedYuan > Math.min(10_000, 3_000 * length),
  );
  expect(wrong.map(({ project, serial }) => [project.county.code, serial])).toEqual([
    ['431224', 7],
    ['431281', 5],
  ]);
});

test('a county keeps to a plausible mean household size (X7)', () => {
  for (const world of worlds) {
    const mean = sum(world.households, (household) => household.members.length) / world.households.length;
    expect(mean).toBeGreaterThan(3);
    expect(mean).toBeLessThan(4.7);
  }
});

test('nearly every family with labour has someone in work, a few have nobody', () => {
  const working = new Set(
    onDay('2017-04-21').flatMap(({ person, employment: { status } }) =>
      status === 'employed' || status === 'self_employed' ? [person.idNo] : [],
    ),
  );
  const able = households.filter((household) => breadwinner(household.members, 2017) !== null);
  const jobless = able.filter(
    ({ members: family }) => !family.some((one) => isLabour(one, 2017) && working.has(one.idNo)),
  );
  expect(jobless.length / able.length).toBeGreaterThan(0.002);
  expect(jobless.length / able.length).toBeLessThan(0.03);
});

test('work is only had by people able to work and is not lost from one report to the next', () => {
  const before = new Map(onDay('2016-12-31').map((row) => [row.person.idNo, row.employment.status]));
  const wrong = onDay('2017-04-21').filter(({ person, employment }) => {
    const able = isLabour(person, 2017);
    const lost = before.get(person.idNo) === 'employed' && employment.status !== 'employed';
    return able ? lost : employment.wageYuan !== null;
  });
  expect(wrong).toEqual([]);
});
