import type { Day } from '../programme/calendar.ts';
import { spanOf } from '../programme/periods.ts';
import { newAlertLog } from './alerts.ts';
import type { AreaAlert } from './between-counties.ts';
import type { BatchInput } from './facts.ts';
import { type LedgerEntry, readLedger } from './fund/ledger.ts';
import { newFindingLog } from './publication-findings.ts';
import { groupByKey } from './union.ts';

/** I6, county by county, so that no two counties' ledgers need be at hand together. */
export interface TransferBalance {
  /** Takes all ledgers of a county, oldest first. */
  read(area: string, ledgers: readonly BatchInput[]): void;
  /** One alert for each month in which what went out of accounts is not what came into accounts. */
  list(): readonly AreaAlert[];
}

/** A transfer between dedicated accounts 专户划转, as one side has booked it. */
interface Transfer {
  readonly area: string;
  readonly entry: LedgerEntry;
}

/** By how much the two sides may differ, in 分. */
const tolerance = 1;

/**
 * I6: Σ transfers in = Σ transfers out over all accounts of the province, month by month (domain.md §5.4). A month is
 * judged when the ledgers of all counties that keep one have passed it: before, the other side may still come.
 */
export function balanceTransfers(): TransferBalance {
  const transfers: Transfer[] = [];
  const days: Day[] = [];
  return {
    read(area, ledgers) {
      if (ledgers.length === 0) return;
      const { dataDate, entries } = readLedger(ledgers, newFindingLog({}));
      days.push(dataDate);
      for (const entry of entries) if (signOf(entry) !== 0) transfers.push({ area, entry });
    },
    list() {
      const [passed] = [...days].sort();
      if (passed === undefined) return [];
      const months = groupByKey(transfers, ({ entry }) => entry.entryDate.slice(0, 7));
      return [...months]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([month, own]) => judge(month, own, passed));
    },
  };
}

/** In, out, or no transfer at all. */
function signOf({ entryType, amount }: LedgerEntry): 1 | -1 | 0 {
  if (amount === 0) return 0;
  if (entryType === 'transfer_in') return 1;
  return entryType === 'transfer_out' ? -1 : 0;
}

function judge(month: string, transfers: readonly Transfer[], passed: Day): readonly AreaAlert[] {
  const { last } = spanOf(month);
  const gap = transfers.reduce((sum, { entry }) => sum + signOf(entry) * entry.amount, 0);
  if (last > passed || Math.abs(gap) <= tolerance) return [];
  const log = newAlertLog();
  log.raise('I6', 'red', {
    object: { month },
    since: last,
    amount: Math.abs(gap),
    dataset: 'fundLedger',
    origins: transfers.map(({ entry }) => entry.origin),
  });
  const areas = [...new Set(transfers.map(({ area }) => area))].sort();
  return log.list().map((alert) => ({ areas, alert }));
}
