import {
  type FindingText,
  missingCell,
  refusedCell,
  rejectedRow,
  remarkedCell,
  wantedCell,
} from './finding-kind.ts';

/** Sentences about one cell (domain.md §6.1). Digits of identity, names and phones are never parameters. */
export const cellTexts = {
  required_missing: {
    ...missingCell,
    zh: '“{field}”必须填写，这里是空的，该行未接收。请补填。',
    en: '"{field}" is required but empty; the row was not accepted. Fill it in.',
  },
  expected_missing: {
    ...wantedCell,
    zh: '“{field}”没有填写，该行已接收。请尽快补填。',
    en: '"{field}" is empty; the row was accepted. Please fill it in.',
  },
  excel_error: {
    ...refusedCell,
    zh: '“{field}”的单元格是公式错误（{found}）。请改正公式或直接填写数值。',
    en: 'The cell of "{field}" holds a formula error ({found}). Mend the formula or type the value.',
  },
  formula_without_value: {
    ...refusedCell,
    zh: '“{field}”的公式没有保存计算结果。请用 WPS 或 Excel 打开，重新计算并保存。',
    en: 'The formula of "{field}" was saved without a result. Open the file in WPS or Excel, recalculate and save it.',
  },
  bad_number: {
    ...refusedCell,
    zh: '“{field}”应为数字，实际是“{found}”。请只填阿拉伯数字。',
    en: '"{field}" must be a number, found "{found}". Type plain digits.',
  },
  not_integer: {
    ...refusedCell,
    zh: '“{field}”应为整数，实际是 {found}。请改正。',
    en: '"{field}" must be a whole number, found {found}. Correct it.',
  },
  wrong_unit: {
    ...refusedCell,
    zh: '“{field}”的单位应为“{expected}”，单元格里写的是“{found}”。请改正。',
    en: 'The unit of "{field}" must be {expected}, the cell says {found}. Correct it.',
  },
  out_of_range: {
    ...refusedCell,
    zh: '“{field}”的数值不在允许范围内[[（应为 {expected}）]]。请核实。',
    en: 'The value of "{field}" is out of range[[ (expected {expected})]]. Check it.',
  },
  approximate: {
    ...remarkedCell,
    zh: '“{field}”写的是约数，按所写数字读取。请填准确数。',
    en: '"{field}" is given as an approximate number; it was read as written. Give the exact one.',
  },
  money_rounded: {
    ...remarkedCell,
    zh: '“{field}”的金额细于一分，已四舍五入到分。',
    en: 'The amount of "{field}" is finer than one 分 and was rounded to it.',
  },
  percent_ambiguous: {
    ...remarkedCell,
    zh: '“{field}”填的是 {found}，不能确定是否已经是小数形式，按小数读取。请写上百分号。',
    en: '"{field}" is {found}; it may be a fraction or a percentage and was read as a fraction. Write the % sign.',
  },
  bad_date: {
    ...refusedCell,
    zh: '“{field}”不是有效日期（“{found}”）。请写成 2017-04-21 或 2017年4月21日。',
    en: '"{field}" is no valid date ("{found}"). Write 2017-04-21 or 2017年4月21日.',
  },
  bad_period: {
    ...refusedCell,
    zh: '“{field}”不是报告期。请写成 2017-04-X3（4月下旬）、2017-04、2017-Q2 或 2017。',
    en: '"{field}" is no period. Write 2017-04-X3, 2017-04, 2017-Q2 or 2017.',
  },
  year_missing: {
    ...refusedCell,
    zh: '“{field}”没有写年份（“{found}”）。请写成 2017年4月21日。',
    en: '"{field}" lacks the year ("{found}"). Write 2017年4月21日.',
  },
  year_inferred: {
    ...remarkedCell,
    zh: '“{field}”没有写年份（“{found}”），按报告期的年份读取。请补上年份。',
    en: '"{field}" lacks the year ("{found}"); the year of the period was taken. Add it.',
  },
  month_precision: {
    ...remarkedCell,
    zh: '“{field}”只写到月（“{found}”），按当月最后一天读取。请写到日。',
    en: '"{field}" gives the month only ("{found}"); its last day was taken. Give the day.',
  },
  ambiguous_month: {
    ...refusedCell,
    zh: '“{field}”写作“{found}”，可能是 1 月，也可能是 10 月。请写成 2017年1月 或 2017年10月。',
    en: '"{field}" is "{found}": January, or October without its zero. Write 2017年1月 or 2017年10月.',
  },
  two_digit_year: {
    ...remarkedCell,
    zh: '“{field}”的年份只写了两位（“{found}”），按 20 开头读取。请写四位年份。',
    en: '"{field}" has a two-digit year ("{found}"); 20 was put before it. Write four digits.',
  },
  date_unknown: {
    ...remarkedCell,
    zh: '“{field}”只打了勾，没有日期：记为已发生、日期不明。请补填日期。',
    en: '"{field}" is only ticked: it happened on an unknown day. Fill in the date.',
  },
  date_after_upload: {
    ...refusedCell,
    zh: '“{field}”是 {found}，晚于上报日期 {expected}。请改正。',
    en: '"{field}" is {found}, later than the upload on {expected}. Correct it.',
  },
  date_ahead: {
    ...remarkedCell,
    zh: '“{field}”是 {found}，晚于 {expected}（数据截至日期，或更早的上报日期），那时还不会发生。请核实。',
    en: '"{field}" is {found}, after {expected} (the data date, or the upload if that was earlier), when it cannot have happened yet. Check it.',
  },
  date_outside_period: {
    ...remarkedCell,
    zh: '[[“{field}”的]]日期 {found} 不在报告期 {expected} 之内。请核实。',
    en: 'The date {found}[[ of "{field}"]] lies outside the period {expected}. Check it.',
  },
  bad_bool: {
    ...refusedCell,
    zh: '“{field}”应填“是”或“否”，实际是“{found}”。请改正。',
    en: '"{field}" must be 是 or 否, found "{found}". Correct it.',
  },
  bad_enum: {
    ...refusedCell,
    zh: '“{field}”的内容（“{found}”）不在规定的选项中。可填：{expected}。',
    en: '"{field}" holds no allowed value ("{found}"). Allowed: {expected}.',
  },
  id_format: {
    ...refusedCell,
    zh: '“{field}”应为 18 位身份证号，实际 {found} 位或含有其他字符。请核对证件。',
    en: '"{field}" must be an ID number of 18 characters, found {found} or other characters. Check the document.',
  },
  id_checksum: {
    ...refusedCell,
    zh: '“{field}”是 18 位，但校验位不对，可能有数字录错。请核对证件。',
    en: '"{field}" has 18 characters but a wrong check digit; a digit may be mistyped. Check the document.',
  },
  id_birthdate: {
    ...refusedCell,
    zh: '“{field}”中的出生日期不存在。请核对证件。',
    en: '"{field}" contains no possible date of birth. Check the document.',
  },
  id_precision_lost: {
    ...refusedCell,
    zh: '“{field}”被存成了数字，末几位已丢失，无法恢复。请先把该列设为“文本”格式，再重新录入号码。',
    en: '"{field}" was stored as a number and has lost its last digits. Format the column as text (文本) and type the numbers again.',
  },
  id_15_upgraded: {
    ...remarkedCell,
    zh: '“{field}”是 15 位旧号，已换算成 18 位。请改填 18 位号码。',
    en: '"{field}" is an old number of 15 digits and was converted. Give the one of 18.',
  },
  digits_lost: {
    ...refusedCell,
    zh: '“{field}”被存成了数字，末几位已丢失。请先把该列设为“文本”格式，再重新录入。',
    en: '"{field}" was stored as a number and has lost its last digits. Format the column as text (文本) and type it again.',
  },
  differs_from_id: {
    ...remarkedCell,
    zh: '“{field}”与身份证号不一致，以身份证号为准。请核实。',
    en: '"{field}" differs from what the ID number says; the ID number was followed. Check it.',
  },
  bad_format: {
    ...refusedCell,
    zh: '“{field}”的格式不对（实际 {found} 个字符）。请按规定的编号填写，不能只填序号。',
    en: '"{field}" has not the expected form (found {found} characters). Give the proper code, not a row number.',
  },
  too_long: {
    ...refusedCell,
    zh: '“{field}”有 {found} 个字，最多 {expected} 个。请缩短。',
    en: '"{field}" has {found} characters, at most {expected}. Shorten it.',
  },
  uscc_checksum: {
    ...refusedCell,
    zh: '“{field}”不是有效的统一社会信用代码（18 位，校验位须正确）。请核对营业执照。',
    en: '"{field}" is no valid unified social credit code (18 characters, right check character). Check the licence.',
  },
  identity_in_text: {
    ...refusedCell,
    zh: '“{field}”里含有身份证号、银行卡号或类似的长号码，该内容没有保存。请删除号码。',
    en: '"{field}" contains an ID number, the number of a bank card or one like them, and was not kept. Remove it.',
  },
  phone_in_text: {
    ...refusedCell,
    zh: '“{field}”里含有手机号或电话号码，该内容没有保存。请删除号码。',
    en: '"{field}" contains a phone number and was not kept. Remove it.',
  },
  unknown_county: {
    ...rejectedRow,
    zh: '“{field}”（“{found}”）不是本省的县（市、区）。请填全称或 6 位代码。',
    en: '"{field}" ("{found}") is no county of this province. Give its full name or its six-digit code.',
  },
  ambiguous_county: {
    ...rejectedRow,
    zh: '“{field}”（“{found}”）可能是：{expected}。请填全称。',
    en: '"{field}" ("{found}") may be {expected}. Give the full name.',
  },
  not_a_county: {
    ...rejectedRow,
    zh: '“{field}”（“{found}”）不是县级单位。请填县（市、区）。',
    en: '"{field}" ("{found}") is not a county-level unit. Give the county.',
  },
  county_missing: {
    ...rejectedRow,
    zh: '没有写明是哪个县的数据。请填“{field}”，或在表上方写“填报单位”。',
    en: 'The county is not stated. Fill in "{field}" or write 填报单位 above the table.',
  },
  merged_quantity: {
    ...refusedCell,
    zh: '“{field}”是合并单元格，数值只计入第一行，这一行没有数值。请取消合并，按行填写。',
    en: '"{field}" is a merged cell; its number counts in the first row only, this row has none. Unmerge it and fill in each row.',
  },
} as const satisfies Readonly<Record<string, FindingText>>;
