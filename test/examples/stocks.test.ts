import { describe, expect, it } from 'vitest';
import { householdRows } from '../../examples/huaihua/sheets/households-sheet.ts';
import { personRows } from '../../examples/huaihua/sheets/persons-sheet.ts';
import { policyOn } from '../../shared/programme/policy.ts';
import { worlds } from './world.ts';

/** The days of the two registers that every county sends. */
const [winter, spring] = ['2016-12-31', '2017-04-21'] as const;

/** Percent of the earlier names that the later ones lack. */
function missing(earlier: readonly string[], later: readonly string[]): number {
  const there = new Set(later);
  return (100 * earlier.filter((name) => !there.has(name)).length) / earlier.length;
}

describe.each(worlds.map((world) => [world.county.name, world] as const))('%s', (_, { households }) => {
  const { largeRemovalPercent } = policyOn(spring);

  it('leaves out too few households in spring to be held back (LARGE_REMOVAL)', () => {
    const heads = (day: string) =>
      householdRows(households, day).map(({ household: { members } }) => members[0]?.idNo ?? '');
    expect(heads(winter)).not.toEqual([]);
    expect(missing(heads(winter), heads(spring))).toBeLessThanOrEqual(largeRemovalPercent);
  });

  it('leaves out too few persons, too', () => {
    const people = (day: string) => personRows(households, day).map(({ person }) => person.idNo);
    expect(people(winter)).not.toEqual([]);
    expect(missing(people(winter), people(spring))).toBeLessThanOrEqual(largeRemovalPercent);
  });
});
