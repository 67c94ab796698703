import type { DatasetId } from '../datasets/dataset-ids.ts';
import type { Day } from '../programme/calendar.ts';
import { compareText } from './compare-text.ts';
import type { Alert, Labels } from './facts.ts';
import type { Origin } from './origin.ts';

/** Rows listed with an alert; the count always says how many there are. */
const evidenceShown = 20;

/** What is seen of a broken rule: the object, the day, the money and the rows. */
export interface Sighting {
  readonly object: Labels;
  readonly since: Day;
  readonly amount: number | null;
  readonly dataset: DatasetId;
  readonly origins: readonly Origin[];
  /** Tells objects apart that look alike (two accounts with the same last four); never stored. */
  readonly key?: string;
}

/** Alerts of a county, gathered by rule, severity and object while a family computes. */
export interface AlertLog {
  raise(rule: string, severity: Alert['severity'], sighting: Sighting): void;
  /**
   * Ordered by rule and object, evidence by batch as they were first met, sheet and row: the same data gives the
   * same list, whatever the ids of its batches and the tokens in it.
   */
  list(): readonly Alert[];
}

export function newAlertLog(): AlertLog {
  const groups = new Map<
    string,
    { rule: string; severity: Alert['severity']; object: Labels; sightings: Sighting[] }
  >();
  return {
    raise(rule, severity, sighting) {
      const name = JSON.stringify([rule, severity, sighting.object, sighting.key ?? '']);
      const group = groups.get(name) ?? { rule, severity, object: sighting.object, sightings: [] };
      group.sightings.push(sighting);
      groups.set(name, group);
    },
    list() {
      const name = ({ rule, severity, object }: Pick<Alert, 'rule' | 'severity' | 'object'>) =>
        JSON.stringify([rule, severity, object]);
      return [...groups.values()].map(toAlert).sort((a, b) => compareText(name(a), name(b)));
    },
  };
}

function toAlert(group: {
  readonly rule: string;
  readonly severity: Alert['severity'];
  readonly object: Labels;
  readonly sightings: readonly Sighting[];
}): Alert {
  const { rule, severity, object, sightings } = group;
  const rows = sightings.flatMap(({ dataset, origins }) =>
    origins.map(({ batch, sheet, row }) => ({ dataset, batch, sheet, row })),
  );
  const amounts = sightings.flatMap(({ amount }) => amount ?? []);
  const batches = [...new Set(rows.map(({ batch }) => batch))];
  return {
    rule,
    severity,
    object,
    since: sightings.map(({ since }) => since).reduce((a, b) => (a < b ? a : b)),
    amount: amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0),
    count: rows.length,
    evidence: [...rows]
      .sort(
        (a, b) =>
          compareText(a.dataset, b.dataset) ||
          batches.indexOf(a.batch) - batches.indexOf(b.batch) ||
          a.sheet - b.sheet ||
          a.row - b.row,
      )
      .slice(0, evidenceShown),
  };
}
