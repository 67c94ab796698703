import { type FindingText, notedRow, rejectedRow, remarkedRow } from './finding-kind.ts';

/** Sentences about a row: rules between its fields, repeated rows, total rows (domain.md §4, §9 R1–R4, R9). */
export const rowTexts = {
  total_row: {
    ...notedRow,
    zh: '合计行不作为数据，没有计入。',
    en: 'A total row is no data and was not counted in.',
  },
  identical_row: {
    ...notedRow,
    zh: '与 {other} 行完全相同，只计一次。',
    en: 'Identical to row {other}; counted once.',
  },
  DUP_EXACT: {
    ...notedRow,
    zh: '与 {other} 行是同一笔业务（类型、账户、凭证号、日期、金额、对方都相同，到账类还有资金来源），只计一次。',
    en: 'The same entry as {other} (type, account, voucher, date, amount and other party repeat, of an inflow also the source); counted once.',
  },
  conflicting_duplicate: {
    ...rejectedRow,
    zh: '编号[[（{field}）]]与 {other} 行相同而内容不同，两行都未接收。请核实后保留正确的一行。',
    en: 'Same key[[ ({field})]] as row {other} with other contents; neither was accepted. Keep the right one.',
  },
  negative_reversed: {
    ...remarkedRow,
    zh: '“{field}”是负数，已作为冲销处理。请用“冲销”业务类型填写正数。',
    en: '"{field}" is negative and was taken as a reversal. Enter a positive amount with type 冲销.',
  },
  fewer_persons_than_households: {
    ...remarkedRow,
    zh: '“{field}”少于“{expected}”。请核实。',
    en: '"{field}" is less than "{expected}". Check them.',
  },
  started_above_planned: {
    ...remarkedRow,
    zh: '“{field}”大于“{expected}”。请核实。',
    en: '"{field}" is more than "{expected}". Check them.',
  },
  completed_above_started: {
    ...remarkedRow,
    zh: '“{field}”大于“{expected}”。请核实。',
    en: '"{field}" is more than "{expected}". Check them.',
  },
  occupied_above_planned: {
    ...rejectedRow,
    zh: '“{field}”大于“{expected}”，该行未接收。请改正。',
    en: '"{field}" is more than "{expected}"; the row was not accepted. Correct it.',
  },
  occupied_above_completed: {
    ...remarkedRow,
    zh: '“{field}”大于“{expected}”。请核实。',
    en: '"{field}" is more than "{expected}". Check them.',
  },
  start_before_filing: {
    ...remarkedRow,
    zh: '“{field}”晚于“{expected}”：项目应先备案后开工。请核实。',
    en: '"{field}" is later than "{expected}": a project is filed before it starts. Check them.',
  },
  completion_before_start: {
    ...remarkedRow,
    zh: '“{field}”晚于“{expected}”。请核实。',
    en: '"{field}" is later than "{expected}". Check them.',
  },
  acceptance_before_completion: {
    ...remarkedRow,
    zh: '“{field}”晚于“{expected}”。请核实。',
    en: '"{field}" is later than "{expected}". Check them.',
  },
  key_before_completion: {
    ...remarkedRow,
    zh: '“{field}”晚于“{expected}”。请核实。',
    en: '"{field}" is later than "{expected}". Check them.',
  },
  move_in_before_key: {
    ...remarkedRow,
    zh: '“{field}”晚于“{expected}”。请核实。',
    en: '"{field}" is later than "{expected}". Check them.',
  },
  demolished_before_move_in: {
    ...remarkedRow,
    zh: '“{field}”晚于“{expected}”。请核实。',
    en: '"{field}" is later than "{expected}". Check them.',
  },
  self_raised_above_cap: {
    ...remarkedRow,
    zh: '“{field}”超过每户 {limit} 元的上限。请核实。',
    en: '"{field}" is above the cap of {limit} yuan a household. Check it.',
  },
  self_raised_per_person_above_cap: {
    ...remarkedRow,
    zh: '“{field}”按家庭人口计算，超过人均 {limit} 元的上限。请核实。',
    en: '"{field}" is above the cap of {limit} yuan a person. Check it.',
  },
  area_above_limit: {
    ...remarkedRow,
    zh: '“{field}”超过人均 {limit} 平方米的红线。请核实。',
    en: '"{field}" is above the limit of {limit} m² a person. Check it.',
  },
  unit_suspect: {
    ...remarkedRow,
    zh: '“{field}”按人均计算过高或过低，可能把“元”和“万元”弄错了。请核实单位。',
    en: '"{field}" per person is far too high or too low; 元 and 万元 may be confused. Check the unit.',
  },
  employed_without_labour: {
    ...remarkedRow,
    zh: '“{field}”为无劳动力或丧失劳动力，却填了已就业。请核实。',
    en: '"{field}" says none or lost, yet the person is employed. Check them.',
  },
  dedicated_and_personal: {
    ...remarkedRow,
    zh: '同一账户既是专户又是个人账户。专户不得用个人账户，请立即核实。',
    en: 'The account is both dedicated and personal. A dedicated account must not be personal; check at once.',
  },
  valid_to_before_from: {
    ...remarkedRow,
    zh: '“{field}”晚于“{expected}”。请核实。',
    en: '"{field}" is later than "{expected}". Check them.',
  },
  converted_above_invested: {
    ...remarkedRow,
    zh: '“{field}”大于“{expected}”。请核实。',
    en: '"{field}" is more than "{expected}". Check them.',
  },
  agreement_ends_before_start: {
    ...remarkedRow,
    zh: '“{field}”不早于“{expected}”。请核实。',
    en: '"{field}" is not earlier than "{expected}". Check them.',
  },
  guaranteed_rate_high: {
    ...remarkedRow,
    zh: '“{field}”高于 12%，接近借贷。请核实协议。',
    en: '"{field}" is above 12 %, which is close to a loan. Check the agreement.',
  },
  row_without_period: {
    ...rejectedRow,
    zh: '“{field}”无法识别，上传路径也没有写明，不知该行属于哪一期，未接收。请改正。',
    en: '"{field}" cannot be read and the upload path states none: it is not known of when the row is, and it was not accepted. Correct it.',
  },
  link_ends_before_start: {
    ...remarkedRow,
    zh: '“{field}”晚于“{expected}”。请核实。',
    en: '"{field}" is later than "{expected}". Check them.',
  },
  closed_before_start: {
    ...remarkedRow,
    zh: '“{field}”晚于“{expected}”。请核实。',
    en: '"{field}" is later than "{expected}". Check them.',
  },
  accepted_late: {
    ...remarkedRow,
    zh: '“{field}”比“{expected}”晚了 {limit} 天以上，超过受理期限。请核实。',
    en: '"{field}" is more than {limit} days after "{expected}", beyond the limit. Check them.',
  },
  assigned_before_received: {
    ...remarkedRow,
    zh: '“{field}”晚于“{expected}”。请核实。',
    en: '"{field}" is later than "{expected}". Check them.',
  },
  responded_before_assigned: {
    ...remarkedRow,
    zh: '“{field}”晚于“{expected}”。请核实。',
    en: '"{field}" is later than "{expected}". Check them.',
  },
  closed_before_response: {
    ...remarkedRow,
    zh: '“{field}”晚于“{expected}”。请核实。',
    en: '"{field}" is later than "{expected}". Check them.',
  },
  closed_before_received: {
    ...remarkedRow,
    zh: '“{field}”晚于“{expected}”。请核实。',
    en: '"{field}" is later than "{expected}". Check them.',
  },
  paid_above_received: {
    ...remarkedRow,
    zh: '“{field}”大于“{expected}”。请核实。',
    en: '"{field}" is more than "{expected}". Check them.',
  },
  continuation_row: {
    ...notedRow,
    zh: '本行内容都属于上面的合并单元格，没有另外计入。',
    en: 'All of this row belongs to the merged cells above; it was not counted again.',
  },
  employed_under_age: {
    ...remarkedRow,
    zh: '“{field}”是已就业，而年龄不满 {expected} 周岁。请核实。',
    en: '"{field}" says employed, but the person is younger than {expected}. Check it.',
  },
  hired_under_age: {
    ...remarkedRow,
    zh: '“{field}”时年龄不满 {expected} 周岁。请核实。',
    en: 'On the day of "{field}" the person was younger than {expected}. Check it.',
  },
  cash_payment: {
    ...remarkedRow,
    zh: '“{field}”是现金。资金应通过银行支付，请核实。',
    en: '"{field}" is cash. Money is paid through a bank; check it.',
  },
  repeated_invoice: {
    ...remarkedRow,
    zh: '“{field}”与 {other} 行重复。请核实是否重复支付。',
    en: '"{field}" also stands in row {other}. Check that nothing was paid twice.',
  },
  repeated_household_no: {
    ...remarkedRow,
    zh: '“{field}”与 {other} 行重复，一个编号只能对应一户；其他表中用这个编号的行会找不到所属的户。请核实。',
    en: '"{field}" also stands in row {other}; a number is of one household, and rows of other files that use it find none. Check it.',
  },
  repeated_certificate: {
    ...remarkedRow,
    zh: '“{field}”与 {other} 行在同一年度重复。请核实。',
    en: '"{field}" also stands in row {other} for the same year. Check it.',
  },
} as const satisfies Readonly<Record<string, FindingText>>;
