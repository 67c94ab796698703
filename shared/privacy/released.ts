import { catalogue } from '../indicators/catalogue.ts';
import type { IndicatorDefinition } from '../indicators/definition.ts';
import { type FamilyId, familyIds } from '../indicators/facts.ts';
import type { Bilingual } from '../text/languages.ts';

/** Raised when the same facts would be masked in another way; part of every entity tag that rests on a mask. */
export const maskVersion = '2';

/** Indicators that no audience with a k is shown, and why. */
export const withheld: Readonly<Record<string, Bilingual>> = {
  'emp.zero_job_cleared_30d': {
    zh: '分母即上月零就业家庭户数，公布会揭开上月已隐去的单元',
    en: 'its denominator is the zero-job count of the month before: it would give away what that month’s mask hid',
  },
};

/**
 * The fixed cube of one family that is released to audiences with a k (design.md, Access and privacy): every one of
 * its personal indicators, for each county, city and the province, as a whole and by one breakdown at a time. No
 * query gets another table of them, so a mask made for the cube holds for all queries.
 */
export interface ReleasedCube {
  readonly family: FamilyId;
  readonly areas: readonly ['county', 'city', 'province'];
  readonly indicators: readonly { readonly id: string; readonly breakdowns: readonly string[] }[];
  readonly withheld: readonly { readonly id: string; readonly reason: Bilingual }[];
}

/** The released cubes of the catalogue; a family that counts nobody has none. */
export function releasedCubes(
  definitions: readonly IndicatorDefinition[] = catalogue,
): readonly ReleasedCube[] {
  return familyIds.flatMap((family): readonly ReleasedCube[] => {
    const personal = definitions.filter((one) => one.family === family && one.personal);
    if (personal.length === 0) return [];
    return [
      {
        family,
        areas: ['county', 'city', 'province'],
        indicators: personal
          .filter(({ id }) => withheld[id] === undefined)
          .map(({ id, breakdowns }) => ({ id, breakdowns })),
        withheld: personal.flatMap(({ id }) => {
          const reason = withheld[id];
          return reason ? [{ id, reason }] : [];
        }),
      },
    ];
  });
}
