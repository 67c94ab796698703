import fc from 'fast-check';

const count = (max: number) => fc.integer({ min: 0, max });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 3 });
const dayOf = (...months: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...months), count(27))
    .map(([month, n]) => `${month}-${String(n + 1).padStart(2, '0')}`);

/** Columns of a made-up county's files that only the money families read, to be added to their rows. */
export const projectMoney = {
  approvedInvestment: maybe(count(3_000)),
  filingDate: maybe(dayOf('2017-03', '2017-04')),
  acceptanceDate: maybe(dayOf('2016-02', '2016-04', '2016-05')),
};
export const householdMoney = { selfRaised: maybe(count(1_300_000)), houseArea: maybe(count(220)) };
export const personMoney = { employmentForm: fc.constantFrom('base', 'workshop', 'park', null) };
export const baseMoney = {
  model: fc.constantFrom('company_base_farmer', 'company_coop_farmer', 'village_company_base_poor', 'other'),
  // entities are not the county's own: one may work in several
  entityUscc: fc.constantFrom('E-1', 'E-2', 'E-3'),
  entityCapital: maybe(count(90_000)),
  povertyShareRatio: maybe(fc.constantFrom(0, 0.25, 0.5)),
  agreementNo: fc.constantFrom('A', null),
  agreementEnd: maybe(dayOf('2017-01', '2017-04', '2018-04', '2019-01')),
  guaranteedRate: fc.constantFrom(null, 0.05, 0.085),
  buyback: fc.constantFrom(true, false, null),
  equityRegistered: fc.constantFrom(true, false, null),
  netProfit: maybe(fc.integer({ min: -50, max: 50 })),
};
export const shareMoney = {
  shareSource: fc.constantFrom('fiscal_quantified', 'land'),
  paidDate: maybe(dayOf('2016-12', '2017-01')),
  payMethod: fc.constantFrom('bank', 'cash', null),
};
export const entryMoney = {
  contractNo: fc.constantFrom('C', null),
  invoiceNo: fc.constantFrom('F-1', null, null),
  method: fc.constantFrom('direct', 'cash', null),
};

/** Business types that only the accounts know. */
export const accountEntryTypes = ['interest', 'transfer_in', 'transfer_out', 'return_up', 'balance'] as const;
