import type { Action } from '../../access/actions.ts';
import type { IndicatorDefinition } from '../../indicators/definition.ts';
import type { Observation } from '../../indicators/observation.ts';
import type { Area } from '../../programme/areas.ts';
import type { Period } from '../../programme/periods.ts';
import type { UploadState } from '../../records/uploads.ts';
import type { Language } from '../../text/languages.ts';
import type { InboxHint } from '../http/inbox-hint.ts';
import type { ChainRow } from '../shaped/chain.ts';
import type { CompletenessRow } from '../shaped/completeness.ts';
import type { ProgressRow } from '../shaped/progress-row.ts';
import type { RankingRow } from '../shaped/ranking.ts';
import type { StageId } from './headlines.ts';

/** One headline figure with the address of the JSON behind it. */
export interface PageFigure {
  readonly stage: StageId;
  readonly indicator: IndicatorDefinition;
  readonly observation: Observation;
  /** Cells of the opened breakdown beside the whole. */
  readonly cells: readonly Observation[];
  readonly href: string;
}

/** One area of the table below the figures; observations in the order of the columns. */
export interface PageBoardRow {
  readonly area: Area;
  readonly observations: readonly Observation[];
}

/** One upload as the page lists it. */
export interface PageUpload {
  readonly id: string;
  readonly key: string;
  readonly area: string;
  readonly state: UploadState;
  /** It waits for a confirmation, because it lacks much of what is published. */
  readonly isHeld: boolean;
  readonly receivedAt: string;
  readonly rows: number;
  readonly accepted: number;
  readonly findings: { readonly error: number; readonly warning: number; readonly note: number };
}

/** Shaped answers as the page draws them; an empty list is not drawn. */
export interface PageCharts {
  readonly progress: readonly ProgressRow[];
  readonly ranking: readonly RankingRow[];
  readonly waterfall: readonly ChainRow[];
  readonly ladder: readonly ChainRow[];
  readonly reporting: readonly CompletenessRow[];
}

/** Actions that the page leads to, and says nothing of to whoever may not do them. */
export const pageActions = [
  'list_uploads',
  'read_upload',
  'read_own_copy',
  'change_upload',
] as const satisfies readonly Action[];
export type PageAction = (typeof pageActions)[number];

/** All the page shows, as data; `web` turns it into HTML. */
export interface PageData {
  readonly language: Language;
  readonly province: Area;
  readonly area: Area;
  /** The areas above, the province first. */
  readonly trail: readonly Area[];
  readonly asOf: string | null;
  /** Newest period that most counties of the area have reported; `null` before the first. */
  readonly newest: Period | null;
  readonly counties: { readonly published: number; readonly expected: number };
  readonly charts: PageCharts;
  readonly figures: readonly PageFigure[];
  readonly board: {
    readonly columns: readonly IndicatorDefinition[];
    readonly rows: readonly PageBoardRow[];
    readonly href: string;
  };
  readonly uploads: readonly PageUpload[];
  /** What the reader may do of what the page leads to. */
  readonly may: readonly PageAction[];
  /** Below how many a count of people is hidden from the reader; `null` where none is. */
  readonly hiddenBelow: number | null;
  readonly inbox: InboxHint | null;
  readonly catalogueVersion: string;
}
