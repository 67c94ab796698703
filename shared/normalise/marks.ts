/**
 * What Anju itself writes into a county's workbook when it hands it back. Both are recognised when the workbook
 * returns: the column and the sheet are left out and need no remark.
 */

/** Header of the column that lists each row's findings. */
export const errorColumnHeader = '错误信息';

/** Name of the sheet that sums the findings up, and beginning of the names of our further sheets. */
export const errorSheetName = '错误汇总';

/** First text cell of a template's example row; the row is no data. */
export const exampleRowMark = '示例';

/** Name of the sheet of a template that says how to fill it; it holds no data. */
export const instructionSheetName = '填表说明';

/** First line of that sheet, by the dataset's Chinese name: a county's own sheet 填表说明 does not begin so. */
export function instructionTitle(dataset: string): string {
  return `${dataset} · ${instructionSheetName}`;
}
