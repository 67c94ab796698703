/** How a county's clerk fills in forms; every one a little differently. */
export interface Habits {
  /** `traditional`: 遷出鄉鎮; `colloquial`: the aliases of domain.md §4. */
  readonly dialect: 'plain' | 'traditional' | 'colloquial';
  /** `serial` is a true date cell in a workbook; in a CSV it becomes 2017/4/21. */
  readonly dates: 'iso' | 'dotted' | 'slash' | 'han' | 'serial';
  /** Unit of money in the projects workbook. */
  readonly projectMoney: '万元' | '元';
  readonly ledgerMoney: '万元' | '元';
  /** What stands in the county column. */
  readonly countyCell: 'code' | 'name';
  /** How persons and shares point at their household. */
  readonly householdRef: 'no' | 'headId';
  readonly householdsAs: 'xlsx' | 'csv';
  /** Projects are named instead of numbered in households and ledger. */
  readonly projectRef: 'id' | 'name';
  /** Writes a 合计 row under the data. */
  readonly totals: boolean;
  /** Signs below: 填表人, 审核人. */
  readonly footer: boolean;
  readonly yes: '是' | '√';
  /** Stretches names of two characters with a wide space: 张　三. */
  readonly widensNames: boolean;
  /** Writes amounts of the ledger as 3,373,300.00. */
  readonly groupsDigits: boolean;
  /** When the dividends of 2016 are reported. */
  readonly sharesSent: '2016-12' | '2017-03';
  /** Asks its households about work in March, too, and not in December and April alone. */
  readonly asksInMarch: boolean;
  /** Lists a child among the persons from its birth on, and not from half a year on. */
  readonly listsInfants: boolean;
}

const usual: Habits = {
  dialect: 'plain',
  dates: 'iso',
  projectMoney: '万元',
  ledgerMoney: '元',
  countyCell: 'name',
  householdRef: 'no',
  householdsAs: 'xlsx',
  projectRef: 'id',
  totals: true,
  footer: true,
  yes: '是',
  widensNames: false,
  groupsDigits: false,
  sharesSent: '2017-03',
  asksInMarch: false,
  listsInfants: true,
};

/** What sets a county apart from the usual. */
const particular: Readonly<Record<string, Partial<Habits>>> = {
  '431202': { dates: 'dotted', countyCell: 'code', sharesSent: '2016-12' },
  '431221': {
    dialect: 'colloquial',
    dates: 'slash',
    householdRef: 'headId',
    groupsDigits: true,
    asksInMarch: true,
  },
  '431222': { dates: 'serial', ledgerMoney: '万元' },
  '431223': { dialect: 'colloquial', projectMoney: '元', householdsAs: 'csv', yes: '√' },
  '431224': { dialect: 'traditional', dates: 'han', householdsAs: 'csv', listsInfants: false },
  '431225': { dates: 'dotted', countyCell: 'code', footer: false, widensNames: true },
  '431226': { dates: 'serial', projectMoney: '元', householdRef: 'headId', sharesSent: '2016-12' },
  '431227': { dialect: 'colloquial', dates: 'han', totals: false },
  '431228': { dates: 'slash', ledgerMoney: '万元', yes: '√' },
  '431229': { projectRef: 'name', householdRef: 'headId', dates: 'dotted' },
  '431230': { dialect: 'colloquial', countyCell: 'code', householdsAs: 'csv', footer: false },
  '431271': { totals: false, footer: false, sharesSent: '2016-12' },
  '431281': { dates: 'serial', yes: '√', ledgerMoney: '万元' },
};

/** The habits of a county. */
export function habitsOf(code: string): Habits {
  return { ...usual, ...particular[code] };
}
