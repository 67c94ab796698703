import type { Day } from '../../shared/programme/calendar.ts';
import type { County } from './counties.ts';
import type { Household } from './households.ts';
import { personName } from './names.ts';
import { type Project, stateOn } from './projects.ts';
import { randomFrom } from './random.ts';

/** What an official answers for (责任落实): a site, a village to be left, a household, or a node of the 作战图. */
export interface Link {
  readonly object:
    | { readonly kind: 'site' | 'task'; readonly id: string }
    | { readonly kind: 'origin'; readonly id: string }
    | { readonly kind: 'household'; readonly household: Household };
  readonly level: 'county' | 'township' | 'village';
  readonly official: string;
  readonly letterSigned: Day | null;
  readonly start: Day;
  readonly end: Day | null;
  readonly due: Day | null;
  readonly closed: Day | null;
}

/** Name of the village a household leaves 迁出点, as both files write it. */
export function originOf({ township, village }: Household): string {
  return `${township}${village}`;
}

const begun = '2016-08-15';
const letter = '2016-08-18';
/** 作战图 of 2017 was hung up on this day; what had begun before is ticked off with it. */
const planned = '2016-11-01';
/** A village cadre looks after so many households, of a large county after more. */
const householdsPerCadre = ({ weight }: County) => (weight > 10_000 ? 10 : 8);

/** Counties that have left nothing open, so that no published rule of responsibility caps their assessment. */
export const thorough: ReadonlySet<string> = new Set(['431202', '431221', '431228', '431229']);

/**
 * The county's links on a day. Left open on purpose, but for the thorough ones: one site in eleven without a county
 * leader, one village in nineteen and one household in forty without a cadre, and three letters in a hundred; the
 * last household of 会同 was let go before it moved in.
 */
export function linksOf(
  county: County,
  projects: readonly Project[],
  households: readonly Household[],
  day: Day,
): readonly Link[] {
  const random = randomFrom(`${county.code}/officials`);
  const base = { start: begun, end: null, due: null, closed: null };
  const leavesOpen = !thorough.has(county.code);
  const signed = () => (random.chance(0.97) || !leavesOpen ? letter : null);
  const leaders = Array.from({ length: 12 }, () => personName(random));
  const sites = projects.filter(({ mode }) => mode === 'concentrated');
  const ofSites = sites.flatMap(({ id }, i): Link[] =>
    leavesOpen && i % 11 === 10
      ? []
      : [
          {
            ...base,
            object: { kind: 'site', id },
            level: 'county',
            official: leaders[i % 12] ?? '',
            letterSigned: signed(),
          },
        ],
  );
  const origins = [...new Set(households.map(originOf))].sort();
  const ofOrigins = origins.flatMap((id, i): Link[] =>
    leavesOpen && i % 19 === 18
      ? []
      : [
          {
            ...base,
            object: { kind: 'origin', id },
            level: 'township',
            official: personName(random),
            letterSigned: signed(),
          },
        ],
  );
  const ofHouseholds = households.flatMap((household, i): Link[] => {
    const official = cadreOf(county, i);
    const early = county.code === '431225' && i === households.length - 1;
    const object = { kind: 'household', household } as const;
    return leavesOpen && i % 40 === 39
      ? []
      : [
          {
            ...base,
            object,
            level: 'village',
            official,
            letterSigned: signed(),
            end: early ? '2017-03-31' : null,
          },
        ];
  });
  return [...ofSites, ...ofOrigins, ...ofHouseholds, ...nodesOf(projects, leaders, day)];
}

function cadreOf(county: County, index: number): string {
  return personName(randomFrom(`${county.code}/cadre/${Math.floor(index / householdsPerCadre(county))}`));
}

/** 作战图: the start of every site of 2017 is a node, due by its place in the “334” plan. */
function nodesOf(projects: readonly Project[], leaders: readonly string[], day: Day): readonly Link[] {
  const sites = projects.filter(({ mode, planYear }) => mode === 'concentrated' && planYear === 2017);
  return sites.map((project, i): Link => {
    const share = (((i * 7) % sites.length) + 1) / sites.length;
    const due = share <= 0.3 ? '2016-12-31' : share <= 0.6 ? '2017-03-31' : '2017-06-30';
    const { startDate } = stateOn(project, day);
    return {
      object: { kind: 'task', id: `${project.id}-K` },
      level: 'county',
      official: leaders[i % leaders.length] ?? '',
      letterSigned: null,
      start: planned,
      end: null,
      due,
      closed: startDate !== null && startDate < planned ? planned : startDate,
    };
  });
}
