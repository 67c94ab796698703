import type { Household } from './households.ts';
import { idNumber } from './identities.ts';
import type { Person } from './people.ts';

/** Two neighbouring counties that list one child, on purpose: its parents live apart. */
const counties: ReadonlySet<string> = new Set(['431225', '431230']);

const birth = '2008-05-17';

/** Its sequence number lies above those that the counties hand out. */
const child: Person = {
  idNo: idNumber(birth, 988),
  name: '向溪禾',
  sex: '女',
  birth,
  relation: 'child',
  student: true,
  health: 'healthy',
  skill: 'none',
  able: false,
  luck: 0,
};

const isSchoolchild = ({ relation, student, birth: born }: Person) =>
  relation === 'child' && student && born >= '2004' && born < '2012';

/** A county's households, in two counties with that child in the place of the first schoolchild. */
export function withChildListedTwice(code: string, households: readonly Household[]): readonly Household[] {
  if (!counties.has(code)) return households;
  const place = households.find(({ members }) => members.some(isSchoolchild));
  if (!place) throw new RangeError(`no schoolchild in ${code}`);
  const nth = place.members.findIndex(isSchoolchild);
  return households.map((one) => (one === place ? { ...one, members: one.members.with(nth, child) } : one));
}
