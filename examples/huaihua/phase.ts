import type { Milestones } from './schedule.ts';

export type Mode = 'concentrated' | 'scattered';

/** Households of a project that are built together; `milestones` is null while nothing has been begun. */
export interface Phase {
  readonly households: number;
  readonly milestones: Milestones | null;
}
