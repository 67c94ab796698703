import type { Day } from '../../shared/programme/calendar.ts';
import { spanOf } from '../../shared/programme/periods.ts';
import { brokenIn } from './breaches.ts';
import type { County } from './counties.ts';
import type { Draft, Entry, Purpose, Source } from './entries.ts';
import { allocationMonth, arrival, dueShare, financed, hundred, mix } from './financing.ts';
import type { Household } from './households.ts';
import { plantedIn } from './leaks.ts';
import type { Party } from './party.ts';
import { pilotEntries } from './pilots.ts';
import type { Project } from './projects.ts';
import { type Random, randomFrom } from './random.ts';

/** The months for which ledgers are sent. */
export const ledgerMonths = [
  '2016-07',
  '2016-08',
  '2016-09',
  '2016-10',
  '2016-11',
  '2016-12',
  '2017-01',
  '2017-02',
  '2017-03',
  '2017-04',
] as const;

/** Last day a ledger may speak of. */
const horizon = '2017-04-21';

const lastDay = (month: string): Day => [spanOf(month).last, horizon].sort()[0] ?? horizon;

/** Allocated and paid money of one project by source. */
interface Account {
  readonly allocated: Map<Source, number>;
  readonly paid: Map<Source, number>;
  readonly contract: string;
  readonly builder: Party;
}

/** The running books of a county while its ledger is written month by month. */
interface Books {
  readonly county: County;
  readonly own: Party;
  readonly platform: Party;
  readonly accounts: Map<Project, Account>;
  readonly budget: Map<Source, number>;
  readonly allocated: Map<Source, number>;
  readonly received: Map<Source, number>;
  readonly paid: Map<Source, number>;
  readonly settled: Set<Project>;
  readonly random: Random;
  balance: number;
}

const add = (book: Map<Source, number>, source: Source, yuan: number) =>
  book.set(source, (book.get(source) ?? 0) + yuan);
const total = (book: ReadonlyMap<Source, number>) => [...book.values()].reduce((a, b) => a + b, 0);

function budgets(books: Books, month: string): Draft[] {
  if (month !== '2016-07' && month !== '2017-01') return [];
  const year = month === '2016-07' ? 2016 : 2017;
  const slack = 1.025 + books.random.next() * 0.06;
  const docNo = `湘财建指〔${year}〕${books.random.int(20, 90)}号`;
  const sums = new Map<Source, number>();
  for (const [project, account] of books.accounts) {
    if (project.planYear !== year || allocationMonth(project) === null) continue;
    for (const [source, yuan] of account.allocated) add(sums, source, yuan);
  }
  return [...sums].map(([source, yuan]) => {
    const issued = source === 'self_raised' ? yuan : Math.ceil((yuan * slack) / 10_000) * 10_000;
    add(books.budget, source, issued);
    return { type: 'budget', date: `${month}-05`, source, yuan: issued, docNo };
  });
}

function allocations(books: Books, month: string): Draft[] {
  return [...books.accounts].flatMap(([project, account]) => {
    if (allocationMonth(project) !== month) return [];
    const date = `${month}-${String(books.random.int(6, 9)).padStart(2, '0')}`;
    return [...account.allocated].map(([source, yuan]): Draft => {
      add(books.allocated, source, yuan);
      return {
        type: 'allocate',
        date,
        source,
        yuan,
        project,
        docNo: `${project.filingNo.slice(0, 1)}财建〔${month.slice(0, 4)}〕${Number(month.slice(5)) + 10}号`,
      };
    });
  });
}

function receipts(books: Books, month: string): Draft[] {
  const reached = (arrival[month] ?? 0) * (0.97 + books.random.next() * 0.05);
  return [...books.allocated].flatMap(([source, yuan]) => {
    const share = source === 'self_raised' ? 1 : Math.min(0.99, reached);
    const more = hundred(yuan * share) - (books.received.get(source) ?? 0);
    if (more < 10_000) return [];
    add(books.received, source, more);
    books.balance += more;
    const date = `${month}-${books.random.pick(['10', '11', '12'])}`;
    return [
      { type: 'receive', date, source, yuan: more, ...into(books), payerAccount: books.platform.account },
    ];
  });
}

const into = ({ own }: Books) => ({ payeeName: own.name, payeeAccount: own.account });

function payments(books: Books, month: string): Draft[] {
  const day = lastDay(month);
  return [...books.accounts].flatMap(([project, account]) => {
    const month0 = allocationMonth(project);
    if (month0 === null || month0 > month) return [];
    const due = hundred(total(account.allocated) * dueShare(project, day));
    let open = due - total(account.paid);
    if (open < 20_000) return [];
    const date = `${month}-${String(books.random.int(13, 20)).padStart(2, '0')}`;
    const drafts: Draft[] = [];
    const order = [{ source: 'self_raised', purpose: 'housing' } as const, ...mix];
    for (const { source, purpose } of order) {
      const cash = (books.received.get(source) ?? 0) - (books.paid.get(source) ?? 0);
      const room = (account.allocated.get(source) ?? 0) - (account.paid.get(source) ?? 0);
      const yuan = hundred(Math.min(open, cash, room));
      if (yuan < 5_000) continue;
      open -= yuan;
      drafts.push(pay(books, project, account, { date, source, purpose, yuan }));
    }
    return drafts;
  });
}

function pay(
  books: Books,
  project: Project,
  account: Account,
  what: { date: Day; source: Source; purpose: Purpose; yuan: number },
): Draft {
  add(account.paid, what.source, what.yuan);
  add(books.paid, what.source, what.yuan);
  books.balance -= what.yuan;
  return {
    type: 'pay',
    ...what,
    project,
    payerAccount: books.own.account,
    payeeName: account.builder.name,
    payeeAccount: account.builder.account,
    contractNo: account.contract,
  };
}

/** Final accounts of a few accepted projects of 2016, in the spring of 2017, as high as their payments. */
function settlements(books: Books, month: string): Draft[] {
  if (month !== '2017-03' && month !== '2017-04') return [];
  const drafts: Draft[] = [];
  for (const [project, account] of books.accounts) {
    const due = project.planYear === 2016 && !books.settled.has(project);
    if (!due || !books.random.chance(project.bought ? 0.5 : 0.14)) continue;
    books.settled.add(project);
    for (const [source, yuan] of account.paid) {
      drafts.push({ type: 'settle', date: `${month}-20`, source, yuan, project });
    }
  }
  return drafts;
}

function closing(books: Books, month: string): Draft[] {
  const drafts: Draft[] = [];
  const date = lastDay(month);
  if (['2016-09', '2016-12', '2017-03'].includes(month)) {
    const yuan = Math.max(100, hundred(books.balance * 0.0009));
    books.balance += yuan;
    drafts.push({ type: 'interest', date: `${month}-21`, source: 'other', yuan, ...into(books) });
  }
  if (books.balance > 0) {
    drafts.push({ type: 'balance', date, source: 'other', yuan: books.balance, ...into(books) });
  }
  return drafts;
}

function numbered(books: Books, month: string, drafts: readonly Draft[]): Entry[] {
  const ordered = drafts.map((draft, i) => ({ draft, i }));
  ordered.sort((a, b) => (a.draft.date < b.draft.date ? -1 : a.draft.date > b.draft.date ? 1 : a.i - b.i));
  const short = month.replace('-', '').slice(2);
  return ordered.map(({ draft }, i) => {
    const nth = String(i + 1).padStart(3, '0');
    const no = draft.no ?? `${books.county.code}-${short}-${nth}`;
    const vouched = draft.type === 'pay' || draft.type === 'receive' || draft.type === 'refund';
    const entry: Entry = {
      docNo: null,
      project: null,
      purpose: null,
      payerAccount: null,
      payeeName: null,
      payeeAccount: null,
      contractNo: null,
      reverses: null,
      voucherNo: vouched ? `记${short}-${nth}` : null,
      ...draft,
      no,
    };
    return entry;
  });
}

/** On purpose: 洪江管理区 collected 5,000 yuan more than the register of its households says (I10). */
const unnamed: Readonly<Record<string, number>> = { '431271': 5_000 };

function openBooks(
  county: County,
  projects: readonly Project[],
  households: readonly Household[],
  parties: readonly Party[],
  planted: boolean,
): Books {
  const [own, platform] = parties;
  if (!own || !platform) throw new RangeError(`no dedicated account in ${county.code}`);
  const builders = parties.filter((party) => party.role === 'contractor');
  const raised = new Map<Project, number>();
  for (const project of projects.slice(0, planted ? 1 : 0)) raised.set(project, unnamed[county.code] ?? 0);
  for (const one of households) raised.set(one.project, (raised.get(one.project) ?? 0) + one.selfRaisedYuan);
  const random = randomFrom(`${county.code}/ledger`);
  const accounts = new Map<Project, Account>();
  projects.forEach((project, i) => {
    const allocated =
      allocationMonth(project) === null
        ? new Map<Source, number>()
        : financed(project, raised.get(project) ?? 0);
    const contract = `${county.sign}易搬合〔${project.planYear}〕${i + 1}号`;
    accounts.set(project, { allocated, paid: new Map(), contract, builder: random.pick(builders) });
  });
  const maps = { budget: new Map(), allocated: new Map(), received: new Map(), paid: new Map() };
  return { county, own, platform, accounts, ...maps, settled: new Set(), random, balance: 0 };
}

/**
 * A county's ledger by month, from budget to bank balance. Receipts never exceed allocations, nor payments
 * receipts of their source, so that only what is `planted` ({@link plantedIn}, {@link brokenIn}) breaks a rule.
 */
export function ledgerOf(
  county: County,
  projects: readonly Project[],
  households: readonly Household[],
  parties: readonly Party[],
  planted = true,
): ReadonlyMap<string, readonly Entry[]> {
  const books = openBooks(county, projects, households, parties, planted);
  const months = new Map<string, readonly Entry[]>();
  let before: readonly Entry[] = [];
  for (const month of ledgerMonths) {
    const opened = books.balance;
    const regular = [
      ...budgets(books, month),
      ...allocations(books, month),
      ...receipts(books, month),
      ...payments(books, month),
      ...settlements(books, month),
    ];
    let drafts: readonly Draft[] = regular;
    if (planted) {
      const leaking = plantedIn(county.code, month, regular);
      const around = {
        projects,
        parties,
        before,
        opened,
        slackOf: (source: Source) => slackOf(books, source),
      };
      const broken = brokenIn(county.code, month, { drafts: leaking.drafts, ...around });
      books.balance -= leaking.out + broken.out;
      drafts = broken.drafts;
    }
    const pilot = pilotEntries(parties, months.size === 0, lastDay(month));
    before = numbered(books, month, [...drafts, ...closing(books, month), ...pilot]);
    months.set(month, before);
  }
  return months;
}

/** What the budget has issued of a source beyond all that is allocated in the end. */
function slackOf({ budget, accounts }: Books, source: Source): number {
  const allocated = [...accounts.values()].reduce((sum, one) => sum + (one.allocated.get(source) ?? 0), 0);
  return (budget.get(source) ?? 0) - allocated;
}
