import type { Day } from '../../programme/calendar.ts';
import type { BatchInput } from '../facts.ts';
import type { Origin } from '../origin.ts';
import type { FindingLog } from '../publication-findings.ts';
import { comparePlaces, groupByKey, type Placed, uniteBatches } from '../union.ts';
import { type Entry, isCash, ownAccount, readEntry, signature } from './entries.ts';

/** An entry of the whole ledger; `amount` is what reversals have left of it. */
export type LedgerEntry = Placed<Entry> & { readonly reversedBy?: readonly Origin[] };

/** Rows of the reversals that took from an entry. */
export function reversalsOf({ reversedBy = [] }: LedgerEntry): readonly Origin[] {
  return reversedBy;
}

/** A county's ledger, cumulative to its dataDate. */
export interface Ledger {
  /** Newest dataDate of the ledger's batches: what is dated later does not count yet. */
  readonly dataDate: Day;
  /** In entry order: by date, then as the ledger lists them. */
  readonly entries: readonly LedgerEntry[];
  /** Opening balances of later ledgers: they carry the closing book forward and are held against it (I3). */
  readonly carriedForward: readonly LedgerEntry[];
  /** Entries left out because another one says the same under another number (`DUP_EXACT`). */
  readonly duplicates: readonly LedgerEntry[];
}

/**
 * Adds up the ledger batches (R3, R5): by entryNo the newest period wins, with a finding where it speaks of
 * another type, day or account of ours; where the number is blank, by {@link signature}. Then a row that repeats
 * another one exactly is ignored, the earlier stays.
 */
export function readLedger(batches: readonly BatchInput[], findings: FindingLog): Ledger {
  const repeated = ({ origin }: Entry) => findings.add('DUP_EXACT', 'note', 'fundLedger', origin);
  const united = uniteBatches(batches, readEntry, naturalKey, {
    isSame: (a, b) => a.content === b.content,
    onRepeat: repeated,
    onReplace: (entry, older) => {
      if (entry.entryNo === null || older.every((one) => identity(one) === identity(entry))) return;
      findings.add('ENTRY_REPLACED', 'warning', 'fundLedger', entry.origin);
    },
  });
  const dataDate = batches.reduce((day, batch) => (batch.dataDate > day ? batch.dataDate : day), '');
  const duplicates: LedgerEntry[] = [];
  const once = withoutRepeats(united, (entry) => {
    repeated(entry);
    duplicates.push(entry);
  });
  const isCarried = carriesForward(once);
  const inOrder = once
    .filter(({ entryDate }) => entryDate <= dataDate)
    .sort((a, b) => (a.entryDate < b.entryDate ? -1 : a.entryDate > b.entryDate ? 1 : comparePlaces(a, b)));
  const left = afterReversals(inOrder, findings);
  return {
    dataDate,
    entries: left.filter((entry) => !isCarried(entry)),
    carriedForward: left.filter((entry) => isCarried(entry) && entry.amount > 0),
    duplicates,
  };
}

function naturalKey(entry: Entry): string {
  if (entry.entryNo !== null) return `no ${entry.entryNo}`;
  const signed = signature(entry);
  return signed === null ? `row ${entry.content}` : `cash ${signed}`;
}

/** What a correction leaves as it was: with another type, day or account of ours it is another entry. */
function identity(entry: Entry): string {
  return JSON.stringify([entry.entryType, entry.entryDate, ownAccount(entry)]);
}

function withoutRepeats(
  entries: readonly LedgerEntry[],
  onRepeat: (entry: LedgerEntry) => void,
): readonly LedgerEntry[] {
  const seen = new Set<string>();
  return entries.filter((entry) => {
    const signed = entry.voucherNo === null ? null : signature(entry);
    const marks = [entry.content, ...(signed === null ? [] : [signed])];
    const repeats = marks.some((mark) => seen.has(mark));
    if (repeats) onRepeat(entry);
    else for (const mark of marks) seen.add(mark);
    return !repeats;
  });
}

/** Opening balances count from the account's first ledger only: later ones carry the same money forward. */
function carriesForward(entries: readonly LedgerEntry[]): (entry: LedgerEntry) => boolean {
  const firstLedger = new Map<string | null, number>();
  for (const entry of entries.filter(isCash)) {
    const account = ownAccount(entry);
    firstLedger.set(account, Math.min(entry.age, firstLedger.get(account) ?? entry.age));
  }
  return (entry) => entry.entryType === 'opening' && firstLedger.get(ownAccount(entry)) !== entry.age;
}

/**
 * Reversals 冲销 take their amount from the entry they name, so a reversed payment leaves every sum; a reversal
 * that is itself reversed takes nothing. One that names no entry, or more than is there, is a finding.
 */
function afterReversals(entries: readonly LedgerEntry[], findings: FindingLog): readonly LedgerEntry[] {
  const numbered = new Map(
    entries.flatMap((entry) => (entry.entryNo === null ? [] : [[entry.entryNo, entry]])),
  );
  const reversals = entries.filter(({ entryType }) => entryType === 'reverse');
  const named = groupByKey(reversals, ({ reversesEntryNo }) => reversesEntryNo ?? '');
  const left = new Map<LedgerEntry, number>();
  const settle = (entry: LedgerEntry): number => {
    const known = left.get(entry);
    if (known !== undefined) return known;
    left.set(entry, entry.amount);
    const naming = entry.entryNo === null ? [] : (named.get(entry.entryNo) ?? []);
    const taken = naming.reduce((sum, reversal) => sum + settle(reversal), 0);
    if (taken > entry.amount) {
      for (const { origin } of naming) findings.add('REVERSAL_EXCEEDS', 'warning', 'fundLedger', origin);
    }
    left.set(entry, Math.max(0, entry.amount - taken));
    return left.get(entry) ?? 0;
  };
  for (const reversal of reversals) {
    if (numbered.has(reversal.reversesEntryNo ?? '')) continue;
    findings.add('UNRESOLVED_REVERSAL', 'warning', 'fundLedger', reversal.origin);
  }
  return entries.map((entry) => {
    const naming = entry.entryNo === null ? undefined : named.get(entry.entryNo);
    const amount = settle(entry);
    return naming
      ? { ...entry, amount, reversedBy: naming.map(({ origin }) => origin) }
      : { ...entry, amount };
  });
}
