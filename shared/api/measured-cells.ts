import type { Facts } from '../indicators/facts.ts';
import { reportingDiscipline } from '../indicators/rpt/discipline.ts';
import type { Sent } from '../indicators/rpt/reports.ts';
import { wholeCatalogue } from '../indicators/whole-catalogue.ts';
import { countiesOf } from '../programme/areas.ts';
import { shanghaiDay } from '../programme/calendar.ts';
import { type Period, spanOf } from '../programme/periods.ts';
import { policyOf } from '../programme/province-policies.ts';
import { contentId } from '../records/ids.ts';
import type { Items } from '../records/ports.ts';
import { sentBy } from '../records/sent.ts';
import type { Cell } from './data-cells.ts';
import type { FactsById } from './release.ts';

/** Cells with what is measured of them filled in. */
export interface MeasuredCells {
  readonly cells: readonly Cell[];
  /** Figures measured now, by the ids the cells name. */
  readonly facts: FactsById;
}

const measuredIds = wholeCatalogue.filter(({ measured }) => measured === 'uploads').map(({ id }) => id);

/**
 * Measures what cells ask of uploads (domain.md §5.9), as known at an instant, one query a county; cells that ask
 * nothing of them stay as they are and cost no read. The ids follow from the figures, so an entity tag made of them
 * moves when a figure does, be it only because a deadline has passed.
 */
export async function measureCells(
  items: Items,
  cells: readonly Cell[],
  knownAt: string,
): Promise<MeasuredCells> {
  const asked = cells.flatMap((cell) => [cell, ...(cell.parts ?? [])]).filter(asksUploads);
  if (asked.length === 0) return { cells, facts: new Map() };
  const counties = [...new Set(asked.flatMap(({ area }) => countiesOf(area)))];
  const sent = new Map(
    await Promise.all(counties.map(async (area) => [area, await sentBy(items, area)] as const)),
  );
  const facts = new Map<string, Facts>();
  const fill = (cell: Cell): Cell => {
    const parts = cell.parts?.map(fill);
    if (!asksUploads(cell)) return parts ? { ...cell, parts } : cell;
    const period = cell.period === 'latest' ? newestOf(countiesOf(cell.area), sent) : cell.period;
    if (period === null || period === 'latest') return cell;
    const selected = countiesOf(cell.area).map((area) => {
      const measured = measure(area, sent.get(area) ?? [], period, knownAt);
      const id = contentId('measured', [JSON.stringify(measured)]);
      facts.set(id, measured);
      return { area, ref: { area, family: 'rpt', period, id }, lastReported: null };
    });
    return { ...cell, period, counties: selected };
  };
  return { cells: cells.map(fill), facts };
}

function asksUploads({ indicator }: Cell): boolean {
  return indicator.measured === 'uploads';
}

function newestOf(counties: readonly string[], sent: ReadonlyMap<string, readonly Sent[]>): Period | null {
  const periods = counties.flatMap((area) => (sent.get(area) ?? []).map(({ period }) => period));
  return periods.reduce<Period | null>(
    (newest, period) => (newest && spanOf(newest).last >= spanOf(period).last ? newest : period),
    null,
  );
}

function measure(area: string, sent: readonly Sent[], period: Period, knownAt: string): Facts {
  const { last } = spanOf(period);
  const today = shanghaiDay(new Date(knownAt));
  const day = last < today ? last : today;
  const { reporting } = policyOf(area, last);
  return {
    family: 'rpt',
    area,
    period,
    dataDates: Object.fromEntries(measuredIds.map((id) => [id, day])),
    components: reportingDiscipline(sent, period, knownAt, reporting),
    findings: [],
    alerts: [],
  };
}
