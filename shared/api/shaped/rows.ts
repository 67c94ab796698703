import type { Observation } from '../../indicators/observation.ts';
import { ragTexts, statusTexts } from '../../messages/api-page.ts';
import { areaName, cellName, periodName } from '../data/result/names.ts';
import type { ShapedColumn } from './shape.ts';

/** What every row of a shaped answer says: of when and where it is, and where its numbers stand in `/v1/data`. */
export interface ShapedRow {
  readonly area: string;
  readonly period: string | null;
  readonly status: Observation['status'];
  readonly coverage: number | null;
  readonly dataDate: Observation['dataDate'];
  /** Question to `/v1/data` that gives the row's numbers; `null` where they are the plan's. */
  readonly href: string | null;
  /** Question to `/v1/explain` that walks the row's first number down to its cells; `null` where there is none. */
  readonly explain: string | null;
}

/** What a row takes over from the observation it rests on first. */
export function standing(one: Observation | undefined): Pick<ShapedRow, 'status' | 'coverage' | 'dataDate'> {
  const { status = 'no_data', coverage = null, dataDate = null } = one ?? {};
  return { status, coverage: coverage === null ? null : Math.round(coverage * 1e6) / 1e6, dataDate };
}

/** Where and when. */
export const placeColumns: readonly ShapedColumn<ShapedRow>[] = [
  {
    id: 'area',
    kind: 'text',
    cell: ({ area }) => area,
    name: ({ area }, language) => areaName(area, language),
  },
  {
    id: 'period',
    kind: 'text',
    cell: ({ period }) => period,
    name: ({ period }, language) => period && periodName(period, language),
  },
];

/** How far the row can be trusted, and where it is from. */
export const standingColumns: readonly ShapedColumn<ShapedRow>[] = [
  {
    id: 'status',
    kind: 'text',
    cell: ({ status }) => status,
    name: ({ status }, language) =>
      status === 'ok' ? (language === 'zh' ? '正常' : 'ok') : statusTexts[status][language],
  },
  { id: 'coverage', kind: 'count', cell: ({ coverage }) => coverage },
  { id: 'dataDateMin', kind: 'text', cell: ({ dataDate }) => dataDate?.min ?? null },
  { id: 'dataDateMax', kind: 'text', cell: ({ dataDate }) => dataDate?.max ?? null },
  { id: 'href', kind: 'text', cell: ({ href }) => href },
  { id: 'explain', kind: 'text', cell: ({ explain }) => explain },
];

/** The colour of a row. */
export const ragColumn: ShapedColumn<{ readonly rag: Observation['rag'] }> = {
  id: 'rag',
  kind: 'text',
  cell: ({ rag }) => rag,
  name: ({ rag }, language) => rag && ragTexts[rag][language],
};

/** The value of a breakdown. */
export function breakdownColumn(name: string): ShapedColumn<{ readonly cell: string | null }> {
  return {
    id: name,
    kind: 'text',
    cell: ({ cell }) => cell,
    name: ({ cell }, language) => cell && cellName(name, cell, language),
  };
}
