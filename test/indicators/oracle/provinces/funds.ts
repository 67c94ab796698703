import fc from 'fast-check';
import type { Row } from '../../support/county.ts';
import { projectReference } from './building.ts';
import { chance, count, dayBetween, daysAround, maybe, recentDay } from './chance.ts';

/** Made-up registers of accounts, and ledgers that carry one another on. */

const accounts: Readonly<Record<string, Row>> = {
  own: { partyId: 'OWN', role: 'county_entity', isDedicated: true },
  second: { partyId: 'OWN', role: 'county_entity', isDedicated: true },
  basic: { partyId: 'OWN', role: 'county_entity', isDedicated: false },
  private: { partyId: 'PRIVATE', role: 'other', isDedicated: true, isPersonal: true },
  builder: { partyId: 'BUILDER', role: 'contractor', isDedicated: false, partyNameToken: 'M-builder' },
  builder2: { partyId: 'BUILDER', role: 'contractor', isDedicated: false },
  farmer: {
    partyId: 'FARMER',
    role: 'household',
    isDedicated: false,
    isPersonal: true,
    partyNameToken: 'M-farmer',
  },
  foreman: { partyId: 'FOREMAN', role: 'contractor', isDedicated: false, isPersonal: true },
};

/** Some of the accounts; mostly one dedicated account alone, so that it answers for what names none. */
export const fundParties: fc.Arbitrary<readonly Row[]> = fc
  .record({
    several: chance(45),
    listed: fc.subarray(['private', 'builder', 'builder', 'builder2', 'farmer', 'foreman', 'basic']),
    hasOwn: chance(95),
    validFrom: fc.oneof(fc.constant('2015-01-01'), daysAround('2017-03-10')),
    validTo: maybe(daysAround('2017-04-20', '2017-04-30'), 1),
  })
  .map(({ several, listed, hasOwn, validFrom, validTo }) => {
    const named = [...(hasOwn ? ['own'] : []), ...(several ? ['second', ...listed] : listed.slice(0, 5))];
    const chosen = several ? named : named.filter((name) => name !== 'private');
    return [...new Set(chosen)].map((name) => ({
      ...accounts[name],
      accountToken: `A-${name}`,
      validFrom: name === 'own' ? validFrom : '2015-01-01',
      validTo: name === 'own' ? validTo : null,
    }));
  });

const ours = fc.constantFrom(
  'A-own',
  'A-own',
  'A-own',
  'A-own',
  'A-own',
  'A-second',
  'A-stray',
  'A-private',
  null,
);
const theirs = fc.constantFrom(
  'A-builder',
  'A-builder',
  'A-builder',
  'A-builder2',
  'A-farmer',
  'A-foreman',
  'A-stranger',
  null,
);
const outflows = new Set(['pay', 'transfer_out', 'return_up']);
const inflows = new Set(['opening', 'receive', 'refund', 'interest', 'transfer_in', 'balance']);

const entry = fc.record({
  entryType: fc.constantFrom(
    'budget',
    'budget',
    'allocate',
    'allocate',
    'allocate',
    'receive',
    'receive',
    'receive',
    'receive',
    'pay',
    'pay',
    'pay',
    'pay',
    'pay',
    'pay',
    'pay',
    'refund',
    'refund',
    'settle',
    'opening',
    'interest',
    'transfer_in',
    'transfer_out',
    'return_up',
    'balance',
    'balance',
  ),
  entryDate: fc.oneof(
    recentDay,
    recentDay,
    recentDay,
    dayBetween('2017-03-01', '2017-04-20'),
    dayBetween('2017-03-01', '2017-04-20'),
    daysAround('2015-04-30', '2016-04-20', '2016-04-30', '2017-03-31'),
  ),
  source: fc.constantFrom('policy_loan', 'policy_loan', 'policy_loan', 'provincial', 'central_budget'),
  projectId: projectReference,
  purpose: fc.constantFrom(
    'housing',
    'housing',
    'housing',
    'housing',
    'infrastructure',
    'management',
    'interest',
    null,
  ),
  amount: fc.oneof(count(100, 1), fc.constantFrom(50, 80, 100, 200), count(3, 1)),
  ours,
  theirs,
  byName: chance(10),
  hasVoucher: chance(85),
  contractNo: fc.constantFrom('C', null),
  method: fc.constantFrom('direct', 'cash', null),
});

/** Entries as most are: of the dedicated account, for a project that was filed, in keeping with every rule. */
const honest = fc
  .record({
    entryType: fc.constantFrom('allocate', 'allocate', 'receive', 'pay', 'pay', 'pay', 'settle', 'refund'),
    entryDate: fc.oneof(dayBetween('2017-03-12', '2017-04-19'), daysAround('2015-02-20')),
    source: fc.constant('policy_loan'),
    projectId: count(4).map((no) => `P-00${no}`),
    purpose: fc.constant('housing'),
    amount: fc.oneof(count(40, 1), count(300, 100)),
    ours: fc.constant('A-own'),
    theirs: fc.constant('A-builder'),
    byName: chance(10),
    hasVoucher: fc.constant(true),
    contractNo: fc.constant('C'),
    method: fc.constant('direct'),
  })
  .map((row) => {
    // there is money, and room on the project, before it is paid
    if (row.entryType === 'receive') {
      const entryDate = row.entryDate < '2016' ? row.entryDate : '2017-03-12';
      return { ...row, amount: row.amount * 20, entryDate };
    }
    return row.entryType === 'allocate' ? { ...row, amount: row.amount * 20 } : row;
  });

/** What a later ledger does with an entry: repeats it, corrects it, or enters it anew under another number. */
const sequel = fc.record({
  index: count(30),
  how: fc.constantFrom(
    'repeat',
    'repeat',
    'correct',
    'renumber',
    'renumber',
    'reverse',
    'reverse',
    'unreverse',
  ),
  amount: count(100, 1),
  entryDate: recentDay,
});

/** Receipts of money and what is allocated to projects are large now and then, so that payments find room. */
const generous = (row: Row): Row =>
  ['receive', 'allocate', 'budget'].includes(String(row.entryType)) && Number(row.amount) % 2 === 0
    ? { ...row, amount: Number(row.amount) * 9 }
    : row;

function nameParties(
  {
    ours,
    theirs,
    byName,
    hasVoucher,
    ...row
  }: Readonly<Record<string, unknown>> & {
    readonly ours: string | null;
    readonly theirs: string | null;
    readonly byName: boolean;
    readonly hasVoucher: boolean;
  },
  no: string,
): Row {
  const inward = inflows.has(String(row.entryType));
  return {
    ...(row as Row),
    entryNo: no,
    payerAccountToken: inward ? theirs : ours,
    payeeAccountToken: inward ? ours : byName ? null : theirs,
    payeeNameToken: !inward && byName && theirs ? theirs.replace('A-', 'M-') : null,
    voucherNo: hasVoucher ? `V-${no}` : null,
    reversesEntryNo: null,
  };
}

/**
 * Ledgers of one county, oldest first: each has entries of its own, and takes up some of those before. Numbers
 * are unique in a file.
 */
export function fundLedgers(files: number): fc.Arbitrary<readonly (readonly Row[])[]> {
  const file = fc.tuple(
    fc.oneof(
      fc.array(entry, { maxLength: 20 }),
      fc.array(fc.oneof(honest, honest, entry), { maxLength: 20 }),
    ),
    fc.array(sequel, { maxLength: 5 }),
    chance(40),
  );
  return fc.array(file, { minLength: files, maxLength: files }).map((drafts) => {
    const written: Row[] = [];
    return drafts.map(([entries, sequels, isBalanced], age) => {
      const own = entries.map((one, index) => generous(nameParties(one, `E${age}-${index}`)));
      const known = age === 0 ? own : [...written];
      const more = sequels.flatMap((one, index) => follow(one, known, `S${age}-${index}`));
      const rows = [...own, ...more].filter(
        (row, index, all) => all.findIndex(({ entryNo }) => entryNo === row.entryNo) === index,
      );
      const statement = isBalanced ? balanceOf([...written, ...rows], `B${age}`) : [];
      written.push(...rows, ...statement);
      return [...rows, ...statement];
    });
  });
}

/** The bank balance that the book of the dedicated account comes to if nothing is amiss. */
function balanceOf(rows: readonly Row[], no: string): readonly Row[] {
  const book = rows
    .filter(({ entryDate }) => String(entryDate) <= '2017-04-20')
    .reduce((sum, row) => {
      if (row.entryType === 'balance' || row.entryType === 'opening') return sum;
      const into = inflows.has(String(row.entryType)) && row.payeeAccountToken === 'A-own';
      const from = outflows.has(String(row.entryType)) && row.payerAccountToken === 'A-own';
      return sum + (into ? Number(row.amount) : from ? -Number(row.amount) : 0);
    }, 0);
  const entry = { entryType: 'balance', entryDate: '2017-04-20', source: 'policy_loan', amount: book };
  return book > 0 ? [{ ...entry, entryNo: no, payeeAccountToken: 'A-own' }] : [];
}

function follow(
  { index, how, amount, entryDate }: { index: number; how: string; amount: number; entryDate: string },
  known: readonly Row[],
  no: string,
): readonly Row[] {
  const source = known[index % Math.max(1, known.length)];
  if (!source) return [];
  if (how === 'repeat') return [source];
  if (how === 'correct') return [{ ...source, amount }];
  if (how === 'renumber') return [{ ...source, entryNo: no, contractNo: 'C-2' }];
  const reverse = (number: string, of: string | null, much: number): Row => ({
    ...source,
    entryType: 'reverse',
    entryNo: number,
    entryDate,
    amount: much,
    reversesEntryNo: of,
    voucherNo: null,
  });
  if (source.entryType === 'reverse') return [];
  const whole = amount % 3 === 0 ? Number(source.amount) : amount;
  const first = reverse(no, amount % 11 === 0 ? 'E-unknown' : String(source.entryNo), whole);
  return how === 'reverse' ? [first] : [first, reverse(`${no}-back`, no, amount % 2 ? whole : 1)];
}
