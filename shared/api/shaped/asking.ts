import type { Day } from '../../programme/calendar.ts';
import type { Comparison } from '../data/data-grammar.ts';
import type { DataQuery, Selection } from '../data/data-query.ts';

/** What a shaped answer asks of `/v1/data`: one selection, its periods settled. */
export interface Asking extends DataQuery {
  readonly vs: readonly Comparison[];
}

/** What a request selects, before what is published is known. */
export interface Question {
  readonly selection: Selection;
  /** Plan year that was named. */
  readonly year: number | null;
  /** Day in Shanghai as of which is asked. */
  readonly today: Day;
}
