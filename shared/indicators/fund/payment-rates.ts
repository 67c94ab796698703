import { slice } from '../breakdowns.ts';
import type { Labels, TracedComponent } from '../facts.ts';
import type { ProjectIndex } from '../project-index.ts';
import { component, tally } from '../trace.ts';
import { type LedgerEntry, reversalsOf } from './ledger.ts';
import { isLeak, type JudgedPayment } from './payments.ts';
import type { FundedProject } from './projects.ts';
import type { Registry } from './registry.ts';

/** What a payment's papers are checked against. */
interface PaperContext {
  readonly registry: Registry;
  readonly projectOf: ProjectIndex<FundedProject>;
}

/** Leak in money, payments without a project, and payments that can be traced on paper; over gross payments. */
export function paymentRates(
  payments: readonly JudgedPayment[],
  year: Labels,
  context: PaperContext,
): readonly TracedComponent[] {
  const amount = (entry: LedgerEntry) => entry.amount;
  const one = () => 1;
  const isOrphan = ({ failed }: JudgedPayment) =>
    failed.includes('ORPHAN') || failed.includes('ORPHAN_OVERDUE');
  const traceable = (payment: JudgedPayment) => isTraceable(payment, context);
  const rates = [
    ['fund.leak_amount', {}, isLeak, amount],
    ['fund.orphan_ratio', {}, isOrphan, amount],
    ['fund.traceability', { basis: 'count' }, traceable, one],
    ['fund.traceability', { basis: 'amount' }, traceable, amount],
  ] as const;
  return rates.flatMap(([indicator, parameters, fits, quantity]) =>
    slice(payments, 'source', ({ entry }) => entry.source).map(({ breakdown, rows }) =>
      component(
        { indicator, parameters: { ...parameters, ...year }, breakdown, n: null },
        tally(rows.filter(fits).map(entryOf), quantity, reversalsOf),
        tally(rows.map(entryOf), quantity, reversalsOf),
      ),
    ),
  );
}

const entryOf = ({ entry }: JudgedPayment): LedgerEntry => entry;

/** With a voucher, with a contract or a household as payee, and with a project that is found. */
function isTraceable({ entry }: JudgedPayment, { registry, projectOf }: PaperContext): boolean {
  const { voucherNo, contractNo, payeeAccount, payeeName, project } = entry;
  const founded =
    contractNo !== null || registry.payees(payeeAccount, payeeName).some(({ role }) => role === 'household');
  return voucherNo !== null && founded && project !== null && projectOf(project) !== null;
}
