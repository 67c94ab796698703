import {
  type FindingText,
  furtherFindings,
  missingColumn,
  notedColumn,
  notedSheet,
  refusedFile,
  rejectedFile,
  rejectedSheet,
  remarkedColumn,
  remarkedFile,
  remarkedRow,
  remarkedSheet,
  unreadColumn,
  wantedColumn,
} from './finding-kind.ts';

/**
 * Sentences about a file, sheet or column (domain.md §6.2). `{name}` is filled from the finding; a part in
 * `[[…]]` is left out when a parameter in it is not given.
 */
export const fileTexts = {
  empty_file: {
    ...refusedFile,
    zh: '文件是空的。请检查后重新上报。',
    en: 'The file is empty. Check it and send it again.',
  },
  too_large: {
    ...refusedFile,
    zh: '文件超过限额[[：{what}最多 {limit}，实际 {found}]]。请删除多余的行、列或分成几个文件上报。',
    en: 'The file is too large[[: at most {limit} {what}, found {found}]]. Remove what is not needed or split it.',
  },
  too_slow_to_read: {
    ...refusedFile,
    zh: '文件读取超过 {limit} 秒仍未完成，已停止。请用 WPS 或 Excel 打开，点“文件→另存为”，类型选“Excel 工作簿（*.xlsx）”，再上报新文件。',
    en: 'Reading the file took longer than {limit} seconds and was stopped. Open it in WPS or Excel, choose File → Save As → Excel Workbook (*.xlsx), and send the new file.',
  },
  not_a_workbook: {
    ...refusedFile,
    zh: '这不是表格文件[[（实际是{found}）]]。请检查是否选错了文件；如果台账是从别的系统导出的，请先用 WPS 或 Excel 另存为 .xlsx。',
    en: 'This is not a spreadsheet[[ but {found}]]. Check that it is the right file; save a table from another system as .xlsx with WPS or Excel first.',
  },
  unsupported_format: {
    ...refusedFile,
    zh: '不读取这种格式[[（{found}）]]。请用 WPS 或 Excel 打开，点“文件→另存为”，类型选“Excel 工作簿（*.xlsx）”，再上报新文件。',
    en: 'This format is not read[[ ({found})]]. Open it in WPS or Excel, choose File → Save As → Excel Workbook (*.xlsx), and send the new file.',
  },
  encrypted_file: {
    ...refusedFile,
    zh: '文件设有打开密码，无法读取。请取消密码后重新上报。',
    en: 'The file is protected by a password. Remove the password and send it again.',
  },
  corrupt_file: {
    ...refusedFile,
    zh: '文件已损坏，不能完整读取。请用 WPS 或 Excel 打开，另存为新的 .xlsx 文件后上报。',
    en: 'The file is damaged and cannot be read to its end. Open it in WPS or Excel, save it as a new .xlsx and send that.',
  },
  zip_bomb: {
    ...refusedFile,
    zh: '文件解压后大得异常，为安全起见未读取。请另存为新的 .xlsx 文件后上报。',
    en: 'The file unpacks to an abnormal size and was not read. Save it as a new .xlsx and send that.',
  },
  xml_dtd: {
    ...refusedFile,
    zh: '文件内含有不允许的定义，为安全起见未读取。请用 WPS 或 Excel 另存为新的 .xlsx 文件后上报。',
    en: 'The file carries definitions that are not allowed and was not read. Save it as a new .xlsx with WPS or Excel.',
  },
  encoding_unrecognised: {
    ...refusedFile,
    zh: '不能按 UTF-8 或 GB18030 完整读取这个文本文件[[（像是 {found} 编码）]]。请用 WPS 或 Excel 打开，点“文件→另存为”，类型选“Excel 工作簿（*.xlsx）”，再上报新文件。',
    en: 'The text cannot be read wholly as UTF-8 or GB18030[[ (it looks like {found})]]. Open it in WPS or Excel, choose File → Save As → Excel Workbook (*.xlsx), and send the new file.',
  },
  single_column_csv: {
    ...refusedFile,
    zh: 'CSV 文件只读出一列[[，可能用了“{found}”作分隔]]。请用英文逗号分隔，或另存为 .xlsx 后上报。',
    en: 'The CSV file has one column only[[; it may be separated by "{found}"]]. Use commas, or save it as .xlsx.',
  },
  no_dataset_recognised: {
    ...rejectedFile,
    zh: '没有认出任何一种台账：前 20 行里找不到符合要求的表头。请使用下发的模板，表头名称不要改动。',
    en: 'No dataset was recognised: the first 20 rows hold no known header row. Use the template and keep its headers.',
  },
  missing_required_column: {
    ...missingColumn,
    zh: '“{dataset}”缺少必填列：{expected}。请补齐[[（表中的“{suggestion}”可能就是，改成规定的列名即可）]]后重新上报。',
    en: '"{dataset}" lacks required columns: {expected}. Add them[[ (in the sheet, "{suggestion}" may be meant: rename it)]] and send the file again.',
  },
  unknown_header: {
    ...notedColumn,
    zh: '列“{found}”不是本台账的字段，没有读取。[[是否应为“{suggestion}”？如是，请改列名后重新上报。]]',
    en: 'Column "{found}" is no field of this dataset and was not read.[[ Is "{suggestion}" meant? Then rename it and send the file again.]]',
  },
  further_column: {
    ...notedColumn,
    zh: '有几列都表示“{field}”：按行取第一个有内容的列。如不合适，请只保留一列。',
    en: 'Several columns stand for "{field}": the first filled one of each row is used. Keep one column if that is not meant.',
  },
  expected_column_missing: {
    ...wantedColumn,
    zh: '表中没有“{field}”这一列，相关指标可能不完整或没有数据。请在下次上报时补上[[（表中的“{suggestion}”可能就是，改成规定的列名即可）]]。',
    en: 'The sheet has no column "{field}"; figures that need it may be incomplete or have no data. Add it next time[[ (in the sheet, "{suggestion}" may be meant: rename it)]].',
  },
  serial_as_key: {
    ...remarkedColumn,
    zh: '没有编号列，“{field}”暂用“序号”。序号变动后会当作另一条记录，请设固定编号。',
    en: 'There is no column of numbers; the serial number stands for "{field}". A record whose serial number changes becomes another one; give each a lasting number.',
  },
  unit_assumed: {
    ...remarkedColumn,
    zh: '“{field}”没有写明单位，按“{found}”读取。请在表头或表上方写明单位。',
    en: 'The unit of "{field}" is not stated; {found} was assumed. State it in the header or above the table.',
  },
  unit_conflict: {
    ...remarkedColumn,
    zh: '“{field}”的表头写“{found}”，表上方写“{expected}”，按表头读取。请改成一致。',
    en: 'The header of "{field}" says {found}, the line above the table {expected}; the header was followed. Make them agree.',
  },
  sheet_ignored: {
    ...notedSheet,
    zh: '工作表“{sheet}”不是台账，没有读取。',
    en: 'Sheet "{sheet}" holds no dataset and was not read.',
  },
  sheet_hidden: {
    ...notedSheet,
    zh: '工作表“{sheet}”是隐藏的，没有读取。如需上报，请取消隐藏。',
    en: 'Sheet "{sheet}" is hidden and was not read. Unhide it if it is to be reported.',
  },
  extension_mismatch: {
    ...remarkedFile,
    zh: '文件扩展名是 {found}，内容却是 {expected}，按内容读取。请用正确的扩展名。',
    en: 'The file name ends in {found}, but the content is {expected}; the content was followed. Use the right extension.',
  },
  area_unknown: {
    ...rejectedFile,
    zh: '上传路径中的行政区划代码 {found} 不存在。请检查上传路径，如 431224/2017-04-X3/项目台账.xlsx。',
    en: 'The area code {found} in the upload path does not exist. Check the path, such as 431224/2017-04-X3/projects.xlsx.',
  },
  county_mismatch: {
    ...rejectedSheet,
    zh: '文件中的单位是“{found}”，而上传路径属于“{expected}”，未接收。请用正确的路径上传，或更正表中的县名。',
    en: 'The file states {found}, but the upload path belongs to {expected}; it was not accepted. Use the right path or correct the county.',
  },
  period_mismatch: {
    ...rejectedSheet,
    zh: '文件写明的时间是 {found}，而上传路径的报告期是 {expected}，未接收。请改正其中之一后重新上报。',
    en: 'The file states {found}, but the period of the upload path is {expected}; it was not accepted. Correct one of them.',
  },
  period_missing: {
    ...rejectedSheet,
    zh: '没有写明报告期。请把文件放在带报告期的路径下（如 2017-04-X3），或在表上方写“截至2017年4月21日”。',
    en: 'No reporting period is stated. Use a path with a period (2017-04-X3) or write 截至2017年4月21日 above the table.',
  },
  period_from_date: {
    ...notedSheet,
    zh: '没有写明报告期，按截至日期 {found} 计入 {period}。',
    en: 'No period is stated; the cut-off date {found} puts the file into {period}.',
  },
  no_rows: {
    ...rejectedSheet,
    zh: '“{dataset}”没有可以发布的数据行。请检查表头下面是否有内容、错误是否已改正。',
    en: '"{dataset}" has no row that can be published. Check that there are rows below the header and mend their errors.',
  },
  too_many_errors: {
    ...rejectedSheet,
    zh: '“{dataset}”{rows} 行中有 {found} 行有错，超过允许的 {limit} 行（{percent}%），整表未接收。请改正后重新上报。',
    en: '"{dataset}": {found} of {rows} rows are in error, more than the {limit} allowed ({percent} %); nothing was accepted. Mend them and send the file again.',
  },
  more_findings: {
    ...furtherFindings,
    zh: '同类问题（{of}）还有 {count} 处，只列出前 {listed} 处。',
    en: '{count} further findings of this kind ({of}); the first {listed} are listed.',
  },
  key_not_understood: {
    ...rejectedFile,
    zh: '上传路径“{found}”看不懂。请放在“行政区划代码/报告期/文件名”下，如 431224/2017-04-X3/项目台账.xlsx。',
    en: 'The upload path "{found}" is not understood. Use <area>/<period>/<file name>, such as 431224/2017-04-X3/projects.xlsx.',
  },
  object_gone: {
    ...rejectedFile,
    zh: '上传的文件在读取前已被删除。请重新上报，路径如 431224/2017-04-X3/项目台账.xlsx。',
    en: 'The file was deleted before it could be read. Send it again, to a path such as 431224/2017-04-X3/projects.xlsx.',
  },
  ambiguous_header: {
    ...unreadColumn,
    zh: '有几列的表头都写作“{found}”，分不清哪一列是“{field}”，都没有读取。请在表头中写明，如“计划户数”“开工户数”。',
    en: 'Several columns are headed "{found}"; which of them is "{field}" cannot be told, and none was read. Write headers that differ.',
  },
  column_shift_suspected: {
    ...rejectedSheet,
    zh: '从第 {row} 行起，{found} 列的内容多数与表头不符，可能粘贴时错了列，整表未接收。请对齐各列后重新上报。',
    en: 'From row {row} on most cells of columns {found} do not fit their headers; a block may be pasted one column aside. Nothing was accepted. Align the columns and send the file again.',
  },
  total_mismatch: {
    ...remarkedRow,
    zh: '合计行的“{field}”是 {found}，各行相加是 {expected}。请核对合计公式和各行数据。',
    en: 'The total row gives "{field}" as {found}, the rows add up to {expected}. Check the formula and the rows.',
  },
  modes_do_not_add_up: {
    ...remarkedRow,
    zh: '合计的“{field}”是 {found}，集中与分散相加是 {expected}。请核实。',
    en: '"{field}" of both modes together is {found}, concentrated and scattered add up to {expected}. Check them.',
  },
  household_size_suspect: {
    ...remarkedSheet,
    zh: '按“{field}”计算户均 {found} 人，超出常见范围 {expected}。请核实户数和人数。',
    en: 'By "{field}" a household has {found} persons on average, outside {expected}. Check households and persons.',
  },
  rows_may_be_missing: {
    ...remarkedSheet,
    zh: '工作表“{sheet}”写明用到第 {expected} 行，只读到第 {found} 行。如有缺行，请另存为 .xlsx 后重新上报。',
    en: 'Sheet "{sheet}" says it is used down to row {expected}; rows were found down to {found} only. If any are missing, save it as .xlsx and send that.',
  },
  hidden_rows: {
    ...notedSheet,
    zh: '有 {count} 行被隐藏或筛选掉，已按数据读取。如不应上报，请删除。',
    en: '{count} rows are hidden or filtered away; they were read. Delete them if they are not meant.',
  },
  county_from_sheet: {
    ...notedSheet,
    zh: '有 {count} 行没有填县，按填报单位或上传路径所属的县读取。',
    en: '{count} rows name no county; that of the reporting unit or of the upload path was taken.',
  },
  footer_read: {
    ...notedSheet,
    zh: '表尾有{found}[[（日期 {date}）]]，只记录已填写，不保存姓名。',
    en: 'The footer states {found}[[ (date {date})]]; that it is there is noted, names are not kept.',
  },
} as const satisfies Readonly<Record<string, FindingText>>;
