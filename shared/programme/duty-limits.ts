/**
 * Days and limits of petitions, inspections and responsibilities, part of the dated policy. † published rule, P our
 * proposal, K programme knowledge without a source at hand (domain.md §3, §5.6, §5.7).
 */

/** What petitions and findings of inspections are held against; whole calendar days. */
export interface PetitionLimits {
  /** K (信访条例 2005): to accept a petition 受理, from the day it came. */
  readonly acceptanceDays: number;
  /** K (信访条例 2005): to conclude it 办结, from the day it came, where the file states no day. */
  readonly conclusionDays: number;
  /** K (信访条例 2005): what one extension adds to that. */
  readonly extensionDays: number;
  /** P: an issue older than this should be assigned 交办. */
  readonly assignmentDays: number;
  /** P: an inspection of a site counts for so long. */
  readonly inspectionDays: number;
  /** P: days past due up to which an issue is in the first, and in the second age band. */
  readonly overdueBands: readonly [number, number];
}

/** What the responsibility of officials is held against. */
export interface DutyLimits {
  /** P: days in which a successor takes over a household whose official is released. */
  readonly successorDays: number;
  /** P: households of one cadre up to which the load is green, and amber. */
  readonly cadreHouseholds: { readonly green: number; readonly amber: number };
}

export const petitionLimits2016: PetitionLimits = {
  acceptanceDays: 15,
  conclusionDays: 60,
  extensionDays: 30,
  assignmentDays: 3,
  inspectionDays: 90,
  overdueBands: [30, 90],
};

export const dutyLimits2016: DutyLimits = {
  successorDays: 15,
  cadreHouseholds: { green: 10, amber: 20 },
};
