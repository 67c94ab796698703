import { betweenRecords, type FindingText } from './finding-kind.ts';

/** Sentences about what is found between records when a county's data are put together (domain.md §4, §5.4). */
export const publicationTexts = {
  UNRESOLVED_HOUSEHOLD: {
    ...betweenRecords,
    zh: '户编号或户主身份证号在搬迁户花名册中找不到。请核对编号，或先上报花名册。',
    en: 'The household number or head of household is not in the household list. Check it or send that list first.',
  },
  UNRESOLVED_PROJECT: {
    ...betweenRecords,
    zh: '项目编号或名称在项目台账中找不到，或对应多个项目。请填项目编号。',
    en: 'The project is not in the projects file, or the name fits several. Give the project id.',
  },
  UNRESOLVED_REVERSAL: {
    ...betweenRecords,
    zh: '被冲销的流水号找不到。请核对“冲销流水号”。',
    en: 'The entry to be reversed is not found. Check 冲销流水号.',
  },
  REVERSAL_EXCEEDS: {
    ...betweenRecords,
    zh: '冲销金额超过原业务金额。请核实。',
    en: 'The reversal is more than the entry it reverses. Check it.',
  },
  ENTRY_REPLACED: {
    ...betweenRecords,
    zh: '同一流水号在以前报告期中是另一业务类型、日期或账户的业务，以最新报告期为准，原业务不再计入。请核实；如是另一笔业务，请换流水号。',
    en: 'The same 流水号 named an entry of another type, day or account in an earlier period; the newest counts, the earlier no longer does. Check it; another entry needs another number.',
  },
  SHARE_CONFLICT: {
    ...betweenRecords,
    zh: '同一户在同一产业项目同一分红年度有两行（一行填户编号，一行填户主身份证号），内容不同，以后一行为准。请核实后保留正确的一行。',
    en: 'One household has two rows for the same industry project and dividend year, one by household number and one by head ID, with other contents; the later row counts. Keep the right one.',
  },
  CONFLICTING_DUPLICATE: {
    ...betweenRecords,
    zh: '同一编号在不同报告期中内容不同，以最新报告期为准。',
    en: 'The same key has other contents in another period; the newest period counts.',
  },
  PROJECT_PROGRESS_BLANK: {
    ...betweenRecords,
    zh: '项目的开工、竣工或入住户数没有填写，未计入进度。请补填。',
    en: 'Started, completed or occupied households of the project are blank and not counted. Fill them in.',
  },
  OUTSIDE_ACCOUNT: {
    ...betweenRecords,
    zh: '付款账户不是当日有效的专户。项目资金应专户储存，请核实。',
    en: 'The payer is no dedicated account valid on that day. Project money stays in dedicated accounts; check it.',
  },
  PERSONAL_ACCOUNT: {
    ...betweenRecords,
    zh: '专户或非农户收款方使用了个人账户。请立即核实。',
    en: 'A dedicated account, or a payee that is no household, is a personal account. Check at once.',
  },
  PAYEE_UNKNOWN: {
    ...betweenRecords,
    zh: '收款方不在资金主体登记中。请核实，或补充登记。',
    en: 'The payee is not among the registered parties. Check it or register the payee.',
  },
  PURPOSE_NOT_ALLOWED: {
    ...betweenRecords,
    zh: '该项资金来源不能用于所填用途（专款专用）。请核实。',
    en: 'This source of money may not pay for the stated purpose. Check it.',
  },
  ORPHAN: {
    ...betweenRecords,
    zh: '支付没有对应到已备案的项目。请补填项目编号。',
    en: 'The payment belongs to no filed project. Give the project id.',
  },
  ORPHAN_OVERDUE: {
    ...betweenRecords,
    zh: '支付超过 30 天仍没有对应到已备案的项目。请立即补填。',
    en: 'For more than 30 days the payment has belonged to no filed project. Give the project id at once.',
  },
  NO_ROOM: {
    ...betweenRecords,
    zh: '项目累计支付超过分解到该项目的资金。请核实。',
    en: 'Payments exceed what was allocated to the project. Check them.',
  },
  EXCEEDS_RECEIPT: {
    ...betweenRecords,
    zh: '累计支付超过该来源已到账的资金，可能串用了其他资金。请核实。',
    en: 'Payments exceed the money received from this source; another source may have been used. Check them.',
  },
  ROUND_TRIP: {
    ...betweenRecords,
    zh: '付给收款方的资金在 30 天内大部分又转回。请核实。',
    en: 'Most of what was paid came back from the payee within 30 days. Check it.',
  },
  NO_VOUCHER: {
    ...betweenRecords,
    zh: '支付没有凭证号。请补填。',
    en: 'The payment has no voucher number. Fill it in.',
  },
  PROJECT_PERSONS_DIFFER: {
    ...betweenRecords,
    zh: '项目的安置人数与花名册中该项目各户家庭人口之和不一致。请核对两张表。',
    en: 'Planned persons of the project differ from the members of its households in the household list. Check both files.',
  },
  CUMULATIVE_FELL: {
    ...betweenRecords,
    zh: '项目的累计开工、竣工或入住户数比三旬前所报的少。累计数不应减少，请核实；如系更正，请在文件名中注明“更正”。',
    en: 'Started, completed or occupied households of the project are fewer than reported three ten-day periods before. Cumulative counts do not fall; check them, or mark the file name as a correction if it is one.',
  },
  REPORT_DIFFERS: {
    ...betweenRecords,
    zh: '进度报表中的开工率、竣工率、户数或资金与按项目台账、资金台账重算的数不一致。请核对后更正。',
    en: 'A rate, a number of households or an amount of the report differs from what projects and ledger come to. Check them.',
  },
  HOUSEHOLD_PERSONS_DIFFER: {
    ...betweenRecords,
    zh: '花名册的家庭人口与人口台账中该户的人数不一致。请核对两张表。',
    en: 'Family size in the household list differs from the persons listed for the household. Check both files.',
  },
  LINKED_HOUSEHOLDS_DIFFER: {
    ...betweenRecords,
    zh: '产业项目的带动搬迁户数与入股分红台账中的户数不一致。请核对两张表。',
    en: 'Linked households of the industry project differ from the households holding its shares. Check both files.',
  },
  DIVIDEND_BELOW_GUARANTEE: {
    ...betweenRecords,
    zh: '应分红低于入股金额乘以保底分红比例。请核实协议。',
    en: 'The dividend due is below principal × guaranteed rate. Check the agreement.',
  },
} as const satisfies Readonly<Record<string, FindingText>>;
