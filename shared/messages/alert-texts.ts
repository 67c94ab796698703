import type { BetweenRuleCode } from '../indicators/between-counties.ts';
import type { DetectorCode } from '../indicators/fund/detectors.ts';
import type { IdentityId } from '../indicators/fund/identities.ts';
import type { IssueRuleCode } from '../indicators/issue/rules.ts';
import type { RelocRuleCode } from '../indicators/reloc/rules.ts';
import type { RespRuleCode } from '../indicators/resp/rules.ts';
import type { ReportRuleCode } from '../indicators/rpt/rules.ts';
import type { ShareRuleCode } from '../indicators/share/rules.ts';
import type { SiteRuleCode } from '../indicators/site/rules.ts';
import type { Bilingual } from '../text/languages.ts';

/** Every rule whose breach is an alert. */
export type AlertRule =
  | RelocRuleCode
  | DetectorCode
  | IdentityId
  | ShareRuleCode
  | SiteRuleCode
  | IssueRuleCode
  | RespRuleCode
  | ReportRuleCode
  | BetweenRuleCode;

/** What an alert says to a person and what is to be done, by rule (domain.md §5.3, §5.4). */
export const alertTexts: Readonly<Record<AlertRule, Bilingual>> = {
  BEHIND_334: {
    zh: '开工户数落后于“334”倒排工期。请督促未开工项目。',
    en: 'Fewer households have started than the 334 plan asks for. Press the projects that have not.',
  },
  TARGET_AT_RISK: {
    zh: '按近三旬进度，到 9 月底不能完成年度计划。请加快竣工。',
    en: 'At the pace of the last three ten-day periods the plan of the year is not completed in time. Speed it up.',
  },
  ANNUAL_TARGET_MISSED: {
    zh: '年末搬迁入住人数未达到年度任务。请核实并说明原因。',
    en: 'At the end of the year fewer persons had moved in than the task asked for. Check it and say why.',
  },
  OUTSIDE_ACCOUNT: {
    zh: '付款账户不是当日有效的专户。请核实资金去向。',
    en: 'Paid from an account that was no valid dedicated account on that day. Check where the money went.',
  },
  PERSONAL_ACCOUNT: {
    zh: '使用了个人账户。请立即核实并更正。',
    en: 'A personal account was used. Check and correct it at once.',
  },
  PAYEE_UNKNOWN: {
    zh: '收款方不在资金主体登记中。请核实或补充登记。',
    en: 'The payee is not among the registered parties. Check or register it.',
  },
  PURPOSE_NOT_ALLOWED: {
    zh: '资金用途不在该来源允许的范围内（专款专用）。请核实。',
    en: 'This source of money may not pay for that purpose. Check it.',
  },
  ORPHAN: {
    zh: '资金没有对应到已备案的项目。请补填项目编号或完成备案。',
    en: 'The money belongs to no filed project. Give the project id or have the project filed.',
  },
  NO_ROOM: {
    zh: '支付超过分解到该项目的资金余量。请核实。',
    en: 'The payment exceeds what is left of the allocation to its project. Check it.',
  },
  EXCEEDS_RECEIPT: {
    zh: '支付超过该来源已到账的资金，可能串用。请核实。',
    en: 'Payments exceed what the source has received; another source may have been used. Check them.',
  },
  DUP_EXACT: {
    zh: '同一笔业务以不同流水号重复登记，已不计入。请更正台账。',
    en: 'The same entry stands twice under different numbers and is counted once. Correct the ledger.',
  },
  DUP_SUSPECT: {
    zh: '短期内同一收款方同一金额，或同一发票，凭证号不同，疑似重复支付。请核实。',
    en: 'Same payee and amount within days, or same invoice, under another voucher: perhaps paid twice. Check it.',
  },
  SPLIT: {
    zh: '短期内向同一收款方多次支付，每笔略低于招标限额，疑似化整为零。请核实。',
    en: 'Several payments to one payee within days, each just below the tender threshold. Check whether a contract was split.',
  },
  BEFORE_FILING: {
    zh: '支付早于项目备案，或早于开工前允许预付的日期。请核实。',
    en: 'Paid before the project was filed, or before advances are allowed. Check it.',
  },
  AFTER_SETTLE: {
    zh: '项目结算之后仍有支付。请核实。',
    en: 'Paid after the project was settled. Check it.',
  },
  CASH: {
    zh: '以现金支付。项目资金应转账支付，请核实。',
    en: 'Paid in cash. Project money is paid by transfer; check it.',
  },
  ROUND_TRIP: {
    zh: '支付的资金在短期内大部分又转回。请核实是否虚假支出。',
    en: 'Most of the payment came back within days. Check whether the expenditure is genuine.',
  },
  NO_VOUCHER: {
    zh: '支付没有凭证号。请补填。',
    en: 'The payment has no voucher number. Fill it in.',
  },
  IDLE_12: {
    zh: '资金在专户闲置超过12个月。请加快拨付或上缴。',
    en: 'Money has been idle in the account for more than 12 months. Pay it out or return it.',
  },
  IDLE_24: {
    zh: '资金在专户闲置超过24个月。请立即处理。',
    en: 'Money has been idle in the account for more than 24 months. Deal with it at once.',
  },
  SLOW_PASS: {
    zh: '资金到账后30天内没有支付。请加快拨付。',
    en: 'No money of the source was paid within 30 days of its receipt. Pass it on faster.',
  },
  OVERCAP_SELF: {
    zh: '农户自筹超过每人3000元或每户10000元。请核实并退还超出部分。',
    en: 'A household raised more than 3,000 yuan a person or 10,000 yuan. Check and repay the excess.',
  },
  ECONOMIC_AREA: {
    zh: '已支付住房资金的项目中，人均住房面积超过25平方米。请核实。',
    en: 'Housing was paid for and the home has more than 25 square metres a person. Check it.',
  },
  I1: {
    zh: '分解到项目的资金超过预算下达。请核对台账。',
    en: 'More is allocated than the budget issued. Check the ledger.',
  },
  I2: {
    zh: '到账资金超过分解金额或预算。请核对台账。',
    en: 'More is received than allocated, or than the budget. Check the ledger.',
  },
  I3: {
    zh: '结转的期初余额与此前账面余额不符，台账可能不完整。请核对。',
    en: 'The opening balance carried forward differs from the book before it; the ledger may be incomplete. Check it.',
  },
  I4: {
    zh: '账面余额与银行对账余额不符。请对账。',
    en: 'The book differs from the bank balance. Reconcile the account.',
  },
  I5: {
    zh: '账户账面余额曾为负数，可能日期有误或漏记到账。请核对。',
    en: 'The running balance was below zero: a wrong date or a missing receipt. Check the ledger.',
  },
  I7: {
    zh: '项目支付超过分解金额或概算总投资。请核实。',
    en: 'Payments for the project exceed its allocation or its approved investment. Check them.',
  },
  I8: {
    zh: '项目结算超过净支付。请核实。',
    en: 'More is settled for the project than was paid. Check it.',
  },
  I9: {
    zh: '专户支付与各项目支付之和不等，有支付没有对应项目。请补填项目编号。',
    en: 'Payments of the accounts and of the projects differ: some have no project. Give their project ids.',
  },
  I10: {
    zh: '自筹资金到账与花名册自筹资金之和相差超过1%。请核对。',
    en: 'Self-raised receipts differ from what the households raised by more than 1 %. Check both.',
  },
  I11: {
    zh: '该来源净支付超过其到账与期初余额，可能串用其他来源。请核实。',
    en: 'Net payments of the source exceed its receipts and opening balance; another source may have been used. Check it.',
  },
  QUANTIFIED_ABOVE_CONVERTED: {
    zh: '量化到户的本金超过转为股份金额。请核对两张台账。',
    en: 'More principal is quantified to households than was converted to shares. Check both files.',
  },
  OWNERSHIP_MISMATCH: {
    zh: '填报的贫困户持股比例与按金额重算的相差超过0.5个百分点。请核对。',
    en: 'The stated ownership ratio differs from the recomputed one by more than 0.5 points. Check it.',
  },
  NO_LINKAGE: {
    zh: '产业项目投入了财政资金，但没有入股协议或没有入股户。请落实利益联结。',
    en: 'Fiscal money went into the project, but it has no agreement or no shareholder. Tie it to households.',
  },
  PRINCIPAL_OVERDUE: {
    zh: '入股协议已到期，本金未收回也未续签。请追偿或续签。',
    en: 'The agreement has ended with the principal still out. Recover or renew it.',
  },
  EQUAL_HANDOUT: {
    zh: '不论本金多少分红相同，或只分过一年，疑似“一分了之”。请核实。',
    en: 'Equal dividends whatever the principal, or paid in one year only: perhaps a hand-out. Check it.',
  },
  YIELD_HIGH: {
    zh: '分红超过本金的20%。请核实是否返还本金或数据有误。',
    en: 'Dividends exceed 20 % of the principal. Check whether principal was repaid or the data are wrong.',
  },
  CERTIFICATE_TWICE: {
    zh: '同一股权证编号用于不同的股份。请核对。',
    en: 'One certificate number stands for different holdings. Check it.',
  },
  MANY_HOLDINGS: {
    zh: '同一户持有超过3个产业项目的股份。请核实是否重复登记。',
    en: 'One household holds shares in more than 3 projects. Check for double entries.',
  },
  CASH_DIVIDEND: {
    zh: '以现金发放分红。请核实并改为打卡发放。',
    en: 'The dividend was paid in cash. Check it and pay to bank accounts.',
  },
  ENTITY_IS_CONTRACTOR: {
    zh: '产业项目的经营主体同时是登记的施工单位。请核实是否存在利益输送。',
    en: 'The operating entity of the project is also a registered contractor. Check whether money changes sides.',
  },
  SITE_PROHIBITED: {
    zh: '安置点未做到“四避开”，或备案后仍有未核实项。请立即核实选址并补填。',
    en: 'The site does not avoid all four hazards, or was filed without an answer to one. Check the siting at once and complete it.',
  },
  START_BEFORE_FILING: {
    zh: '项目在备案审查通过之前开工。请核实备案文号、日期和审查结果。',
    en: 'The project started before its filing had passed. Check the filing number, date and result.',
  },
  AREA_OVER_LIMIT: {
    zh: '该项目有住房人均面积超过25平方米。请逐户核实面积与家庭人口。',
    en: 'Houses of this project have more than 25 square metres a person. Check area and family size of each.',
  },
  X1: {
    zh: '各县任务人数之和与市级任务人数不一致。请核对市、县两级任务计划表。',
    en: 'The tasks of the counties do not add up to the task of the city. Check the targets of the city and its counties.',
  },
  I6: {
    zh: '全省专户划出与划入合计不一致。请查明另一方是否漏记、错记，或资金流向省外账户。',
    en: 'Over the province, transfers out of accounts are not the transfers into accounts. Find the side that is missing or wrong.',
  },
  X6: {
    zh: '同一身份证号在两个以上县的花名册或人口台账中出现。请有关县共同核实，只在一处登记。',
    en: 'The same ID number is listed in more than one county. The counties should check together and list the person once.',
  },
  X9: {
    zh: '进度报表所报数与台账重算数不一致。请核对后更正报表或台账。',
    en: 'A figure of the progress report differs from what the details come to. Check both and correct one.',
  },
  ISSUE_OVERDUE: {
    zh: '信访件或督查问题超过办结时限仍未办结。请逐件督办。',
    en: 'Petitions or findings are still open after the day they were due. Have each of them settled.',
  },
  SITE_WITHOUT_LEADER: {
    zh: '集中安置点没有在任的县级领导挂帮。请落实责任人。',
    en: 'The site has no active county leader. Name one.',
  },
  EARLY_DELINK: {
    zh: '搬迁户未入住或未脱贫，干部已脱钩，且 15 天内无人接替。请立即落实责任人。',
    en: 'An official was released before the household had moved in and was out of poverty, and nobody took over within 15 days. Name a successor at once.',
  },
  NODE_OVERDUE: {
    zh: '作战图节点已到期而未销号。请核实进度，完成后销号。',
    en: 'A node of the battle map is due and not ticked off. Check it, and tick it off when done.',
  },
};
