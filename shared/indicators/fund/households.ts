import type { FundLimits } from '../../programme/money-limits.ts';
import type { BatchInput, TracedComponent } from '../facts.ts';
import { type AreaRule, isMeasured, isWithinArea } from '../housing-area.ts';
import { type SiteCells, sliceBySite } from '../open-sites.ts';
import type { Origin } from '../origin.ts';
import { partCount } from '../part-count.ts';
import { readRows } from '../rows.ts';

/** What a household raised itself and how large its home is (domain.md §4, D3); blanks `null`. */
export interface FundHousehold {
  readonly origin: Origin;
  readonly projectId: string | null;
  readonly mode: string | null;
  readonly familySize: number;
  readonly selfRaised: number | null;
  readonly houseArea: number | null;
}

/** Reads a households batch. */
export function readFundHouseholds(batch: BatchInput): readonly FundHousehold[] {
  return readRows(batch, (cells, origin) => ({
    origin,
    projectId: cells.text('projectId'),
    mode: cells.text('mode'),
    familySize: cells.number('familySize') ?? 0,
    selfRaised: cells.number('selfRaised'),
    houseArea: cells.number('houseArea'),
  }));
}

/** Above 3,000 yuan a person or 10,000 yuan a household †; `false` where nothing is stated. */
export function isOverCap(
  { selfRaised, familySize }: FundHousehold,
  { selfRaised: cap }: FundLimits,
): boolean {
  return selfRaised !== null && selfRaised > Math.min(cap.perHousehold, cap.perPerson * familySize);
}

/** Above 25 ㎡ a person †, or what a local rule allows a household of its size. */
export function isOverArea({ houseArea: area, familySize }: FundHousehold, rule: AreaRule): boolean {
  const house = { area, familySize };
  return isMeasured(house) && !isWithinArea(house, rule);
}

/** Households within the cap over those whose self-raised money is stated. */
export function selfRaiseCompliance(
  households: readonly FundHousehold[],
  limits: FundLimits,
  sites: SiteCells | null,
): readonly TracedComponent[] {
  const known = households.filter(({ selfRaised }) => selfRaised !== null);
  return sliceBySite(known, sites?.ofHousehold ?? null).map(({ breakdown, rows }) =>
    partCount('fund.selfraise_compliance', rows, (household) => !isOverCap(household, limits), { breakdown }),
  );
}
