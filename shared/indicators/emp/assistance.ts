import type { Day } from '../../programme/calendar.ts';
import { monthsBefore } from '../../programme/months.ts';
import type { TracedComponent } from '../facts.ts';
import { sliceBySite } from '../open-sites.ts';
import { partCount } from '../part-count.ts';
import type { SiteOfPerson } from './person-sites.ts';
import type { Person } from './persons.ts';

/** Training, and help for those who want to work and do not (domain.md §5.2). */
export function assistance(
  persons: readonly Person[],
  day: Day,
  siteOf: SiteOfPerson | null,
): readonly TracedComponent[] {
  const labour = persons.filter((person) => person.labour);
  const trained = ({ trainedDate }: Person, from: Day, to: Day): boolean =>
    trainedDate !== null && from <= trainedDate && trainedDate <= to;
  const [year, quarter] = [monthsBefore(day, 12), monthsBefore(day, 3)];
  const placeable = labour.filter((person) => trained(person, monthsBefore(day, 9), quarter));
  const isSeeking = ({ employed, willing }: Person): boolean => willing && !employed;
  return [
    partCount('emp.training_coverage', labour, (person) => trained(person, year, day)),
    partCount('emp.placement_after_training', placeable, ({ employed }) => employed),
    ...sliceBySite(labour, siteOf).map(({ breakdown, rows }) =>
      partCount('emp.willing_unemployed', rows, isSeeking, { breakdown }),
    ),
    partCount(
      'emp.assisted_rate',
      labour.filter(isSeeking),
      (person) => person.assisted || trained(person, quarter, day),
    ),
  ];
}
