import type { CellStyle } from 'hucre/xlsx';
import type { Severity } from '../normalise/finding.ts';

/**
 * Every style we add: six. A style for each marked cell would bring a workbook to Excel's 64,000 (api.md T1); a
 * marked cell keeps its own style and changes its fill only.
 */

/** Fill colours by severity: no preset of Excel or WPS, so that they are known again. */
const fills: Readonly<Record<Severity, string>> = { error: 'F9B5B1', warning: 'FFE2A1', note: 'BCD8F4' };

const filled = (rgb: string): CellStyle => ({
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb } },
});

/** A cell without a style of its own, and the text behind a row. */
export const markStyles: Readonly<Record<Severity, CellStyle>> = {
  error: filled(fills.error),
  warning: filled(fills.warning),
  note: filled(fills.note),
};

/** A face every Chinese spreadsheet program has; without a name some fall back to a serif one. */
export const plainFont = { name: '宋体', size: 11 } as const;

/** Heading of our column and of our sheet's table. */
export const headingStyle: CellStyle = {
  font: { ...plainFont, bold: true },
  alignment: { vertical: 'center' },
};

export const titleStyle: CellStyle = { font: { ...plainFont, bold: true, size: 14 } };

export const linkStyle: CellStyle = { font: { ...plainFont, underline: true, color: { rgb: '0B57A4' } } };

/** Whether a cell wears one of our fills. Programs that save the file write the colour with or without alpha. */
export function wearsMark(style: CellStyle | undefined): boolean {
  const fill = style?.fill;
  if (fill?.type !== 'pattern' || fill.pattern !== 'solid') return false;
  const colour = fill.fgColor?.rgb?.toUpperCase().slice(-6);
  return Object.values(fills).some((own) => own === colour);
}

/** The style without its fill; `undefined` when nothing is left of it. */
export function withoutFill({ fill: _, ...rest }: CellStyle): CellStyle | undefined {
  return Object.keys(rest).length > 0 ? rest : undefined;
}
