import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { echelonOf, type Form, form } from '../../shared/privacy/echelon.ts';

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const;
const anyForm: fc.Arbitrary<Form> = fc
  .array(fc.tuple(fc.constantFrom(...names), fc.integer({ min: -3, max: 3 })), { maxLength: 5 })
  .map(form);

describe('relations in echelon form', () => {
  test('say of what becomes known one after the other what they say of it known at once', () => {
    fc.assert(
      fc.property(
        fc.array(anyForm, { maxLength: 6 }),
        fc.shuffledSubarray([...names]),
        anyForm,
        (relations, told, wanted) => {
          const known = new Set<string>();
          const isKnown = (name: string) => known.has(name);
          let step = echelonOf(relations, isKnown);
          for (const name of told) {
            step.solve(wanted);
            known.add(name);
            step = step.knowing([name]);
            const atOnce = echelonOf(relations, isKnown);
            for (const one of [wanted, ...names.map((other) => form([[other, 1]]))]) {
              expect(step.solve(one).isDetermined).toBe(atOnce.solve(one).isDetermined);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('name what a form follows from', () => {
    const sum = form([
      ['a', -1],
      ['b', 1],
      ['c', 1],
    ]);
    const { solve } = echelonOf([sum], (name) => name !== 'c');
    expect(solve(form([['c', 2]]))).toEqual({ isDetermined: true, support: ['a', 'b'] });
    expect(echelonOf([sum], (name) => name === 'a').solve(form([['c', 1]]))).toEqual({
      isDetermined: false,
      support: [],
    });
  });

  test('are refused where a coefficient is no longer exact', () => {
    expect(() => form([['a', 2 ** 53]])).toThrow(RangeError);
    const large = 2 ** 30 + 1;
    const relations = [
      form([
        ['a', large],
        ['b', 1],
      ]),
      form([
        ['a', 1],
        ['c', large],
      ]),
    ];
    expect(() => echelonOf(relations, (name) => name === 'c').solve(form([['b', 1]]))).toThrow(RangeError);
  });
});
