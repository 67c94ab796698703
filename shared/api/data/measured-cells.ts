import type { IndicatorDefinition } from '../../indicators/definition.ts';
import type { Facts } from '../../indicators/facts.ts';
import { reportingDiscipline } from '../../indicators/rpt/discipline.ts';
import { wholeCatalogue } from '../../indicators/whole-catalogue.ts';
import { countiesOf } from '../../programme/areas.ts';
import { shanghaiDay } from '../../programme/calendar.ts';
import { type Period, spanOf } from '../../programme/periods.ts';
import { policyOf } from '../../programme/province-policies.ts';
import { contentId } from '../../records/ids.ts';
import type { SentByArea } from '../../records/sent.ts';
import type { Cell } from './data-cells.ts';
import type { FactsById } from './release.ts';

/** Whether an indicator is measured of uploads, itself or by what it is made of. */
export function asksUploads({ measured }: IndicatorDefinition): boolean {
  return measured !== undefined;
}

/** Measures cells of uploads as they are selected, each county and period once. */
export interface Measuring {
  /** Figures measured so far, by the ids the cells name. */
  readonly facts: FactsById;
  /** The cell with what is measured of it; under `latest` the newest period of which anything was sent names it. */
  readonly fill: (cell: Cell) => Cell;
}

const measuredIds = wholeCatalogue.filter(({ measured }) => measured === 'uploads').map(({ id }) => id);

/**
 * Measures what cells ask of uploads (domain.md §5.9), as known at an instant. The ids follow from the figures, so an
 * entity tag made of them moves when a figure does, be it only because a deadline has passed.
 */
export function measuringOf(sent: SentByArea, knownAt: string): Measuring {
  const facts = new Map<string, Facts>();
  const known = new Map<string, string>();
  const measured = (area: string, period: Period): string => {
    const name = `${area} ${period}`;
    const found = known.get(name);
    if (found !== undefined) return found;
    const made = measure(area, sent, period, knownAt);
    const id = contentId('measured', [JSON.stringify(made)]);
    facts.set(id, made);
    known.set(name, id);
    return id;
  };
  const fill = (cell: Cell): Cell => {
    const counties = countiesOf(cell.area);
    const period = cell.period === 'latest' ? newestOf(counties, sent) : cell.period;
    if (period === null || period === 'latest') return cell;
    const selected = counties.map((area) => {
      const ref = { area, family: 'rpt', period, id: measured(area, period) };
      return { area, ref, lastReported: null };
    });
    return { ...cell, period, counties: selected };
  };
  return { facts, fill };
}

function newestOf(counties: readonly string[], sent: SentByArea): Period | null {
  const periods = counties.flatMap((area) => (sent.get(area) ?? []).map(({ period }) => period));
  return periods.reduce<Period | null>(
    (newest, period) => (newest && spanOf(newest).last >= spanOf(period).last ? newest : period),
    null,
  );
}

function measure(area: string, sent: SentByArea, period: Period, knownAt: string): Facts {
  const { last } = spanOf(period);
  const today = shanghaiDay(new Date(knownAt));
  const day = last < today ? last : today;
  const { reporting } = policyOf(area, last);
  return {
    family: 'rpt',
    area,
    period,
    dataDates: Object.fromEntries(measuredIds.map((id) => [id, day])),
    components: reportingDiscipline(sent.get(area) ?? [], period, knownAt, reporting),
    findings: [],
    alerts: [],
  };
}
