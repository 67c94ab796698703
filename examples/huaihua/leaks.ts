import type { DetectorCode } from '../../shared/indicators/fund/detectors.ts';
import type { Draft } from './entries.ts';

/**
 * Where the closed loop (封闭运行) is broken on purpose, so that the examples show what the detectors find.
 * Each takes the month's largest payment that fits and spoils one thing about it.
 */
interface Leak {
  readonly county: string;
  readonly month: string;
  /** The detector that must find it; `null`: nothing is wrong with it, it only shows what occurs. */
  readonly rule: DetectorCode | null;
  /** Which payment is taken: money of this source, of a project of this plan year. */
  readonly source: Draft['source'];
  readonly planYear: number;
  readonly spoil: (payment: Draft) => Spoiled;
}

interface Spoiled {
  /** What stands in the ledger instead of the payment. */
  readonly drafts: readonly Draft[];
  /** Money that left the dedicated account beyond the payment itself; negative when less left. */
  readonly out: number;
}

const unregistered = '99014312810099999';
const unknownPayee = { payeeName: '青禾样例建材经营部', payeeAccount: '99014312230088888' };

/** 辰溪: a payee in no registry. 麻阳: central budget money for roads. 洪江市: paid from an unregistered account. */
export const leaks: readonly Leak[] = [
  {
    county: '431223',
    month: '2016-11',
    rule: 'PAYEE_UNKNOWN',
    source: 'policy_loan',
    planYear: 2016,
    spoil: (payment) => ({ drafts: [{ ...payment, ...unknownPayee }], out: 0 }),
  },
  {
    county: '431226',
    month: '2016-12',
    rule: 'PURPOSE_NOT_ALLOWED',
    source: 'central_budget',
    planYear: 2016,
    spoil: (payment) => ({ drafts: [{ ...payment, purpose: 'infrastructure' }], out: 0 }),
  },
  {
    county: '431281',
    month: '2017-03',
    rule: 'OUTSIDE_ACCOUNT',
    source: 'policy_loan',
    planYear: 2017,
    spoil: (payment) => ({ drafts: [{ ...payment, payerAccount: unregistered }], out: -payment.yuan }),
  },
];

/**
 * Not red, but not the rule: 芷江 lost a voucher and got money back, 会同 corrected a wrong amount, 通道 paid in cash,
 * 新晃 paid one sum twice under two vouchers.
 */
export const untidy: readonly Leak[] = [
  {
    county: '431230',
    month: '2016-11',
    rule: 'CASH',
    source: 'policy_loan',
    planYear: 2016,
    spoil: (payment) => ({ drafts: [{ ...payment, method: 'cash' }], out: 0 }),
  },
  {
    county: '431227',
    month: '2016-11',
    rule: 'DUP_SUSPECT',
    source: 'policy_loan',
    planYear: 2016,
    spoil: (payment) => ({ drafts: inTwo(payment), out: 0 }),
  },
  {
    county: '431228',
    month: '2016-10',
    rule: 'NO_VOUCHER',
    source: 'policy_loan',
    planYear: 2016,
    spoil: (payment) => ({ drafts: [{ ...payment, voucherNo: null }], out: 0 }),
  },
  {
    county: '431228',
    month: '2017-03',
    rule: null,
    source: 'policy_loan',
    planYear: 2017,
    spoil: (payment) => ({ drafts: [payment, refundOf(payment)], out: -refundOf(payment).yuan }),
  },
  {
    county: '431225',
    month: '2016-10',
    rule: null,
    source: 'policy_loan',
    planYear: 2016,
    spoil: (payment) => ({ drafts: corrected(payment), out: 0 }),
  },
];

function refundOf(payment: Draft): Draft {
  return {
    ...payment,
    type: 'refund',
    date: `${payment.date.slice(0, 8)}27`,
    yuan: Math.floor(payment.yuan / 2_000) * 100,
    payerAccount: payment.payeeAccount ?? null,
    payeeAccount: payment.payerAccount ?? null,
    payeeName: null,
  };
}

/** Two equal halves of a payment, and the hundred that is left of an odd sum. */
function inTwo(payment: Draft): Draft[] {
  const yuan = Math.floor(payment.yuan / 200) * 100;
  const left = payment.yuan - 2 * yuan;
  const halves = [
    { ...payment, yuan },
    { ...payment, yuan },
  ];
  return left > 0 ? [...halves, { ...payment, yuan: left }] : halves;
}

/** The wrong amount, its reversal (冲销), and the right one. */
function corrected(payment: Draft): Draft[] {
  const wrong = '431225-1610-C01';
  const yuan = payment.yuan - 90_000;
  return [
    { ...payment, no: wrong, yuan },
    { ...payment, no: '431225-1610-C02', type: 'reverse', yuan, reverses: wrong, voucherNo: '记1610-C02' },
    { ...payment, no: '431225-1610-C03' },
  ];
}

/** The month's entries with what is planted in that county and month; `out` is as in {@link Spoiled}. */
export function plantedIn(county: string, month: string, drafts: readonly Draft[]): Spoiled {
  let result: Spoiled = { drafts, out: 0 };
  for (const leak of [...leaks, ...untidy]) {
    if (leak.county !== county || leak.month !== month) continue;
    const fitting = drafts.filter(
      (draft) =>
        draft.type === 'pay' && draft.source === leak.source && draft.project?.planYear === leak.planYear,
    );
    const chosen = fitting.reduce<Draft | null>(
      (best, one) => (best && best.yuan >= one.yuan ? best : one),
      null,
    );
    if (!chosen) throw new RangeError(`no payment to spoil in ${county} ${month}`);
    const spoiled = leak.spoil(chosen);
    const kept = result.drafts.flatMap((draft) => (draft === chosen ? spoiled.drafts : [draft]));
    result = { drafts: kept, out: result.out + spoiled.out };
  }
  return result;
}
