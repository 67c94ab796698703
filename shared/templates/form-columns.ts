import type { Contract, Field } from '../datasets/contract.ts';
import { templateTexts } from '../messages/template-texts.ts';
import { areaOf, countiesOf } from '../programme/areas.ts';
import type { Period } from '../programme/periods.ts';
import { displayWidth } from '../text/display-width.ts';
import { exampleCell } from './example-cells.ts';

/** For whom and when a template is made; either may be left open. */
export interface TemplateScope {
  readonly area: string | null;
  readonly period: Period | null;
}

/** One column of the form. */
export interface FormColumn {
  readonly field: Field;
  readonly header: string;
  /** Whether what is typed stays text, digit by digit. */
  readonly isText: boolean;
  /** What a drop-down offers; empty where none does. */
  readonly choices: readonly string[];
  readonly example: string | number;
  /** In characters. */
  readonly width: number;
}

/** Units that a header states; a year or a month says so by its name. */
const statedUnits: ReadonlySet<string> = new Set(['元', '万元', '户', '人', '个', '%', '㎡', '亩']);

/** Codes and numbers that are no quantities: typed as numbers they would lose digits or leading zeros. */
function isCode({ type, form, pattern, pii }: Field): boolean {
  if (type === 'idno' || type === 'yearMonth' || type === 'period') return true;
  return type === 'string' && (form === 'code' || pattern !== undefined || pii === 'D');
}

function headerOf({ zh, unit, need }: Field): string {
  const stated = unit !== null && statedUnits.has(unit) && !zh.includes('（') ? `（${unit}）` : '';
  return `${need === 'required' ? '*' : ''}${zh}${stated}`;
}

/**
 * Counties one may choose: those of the area asked for, behind the city itself where its own rows may stand. A
 * province has too many for a drop-down.
 */
function areasToChoose(area: string | null, { cityRows }: Contract): readonly string[] {
  const asked = area === null ? null : areaOf(area);
  if (asked === null || asked.level === 'province') return [];
  const own = cityRows && asked.level === 'city' ? [asked.code] : [];
  return [...own, ...countiesOf(asked.code)].flatMap((code) => areaOf(code)?.zh ?? []);
}

function choicesOf(field: Field, area: string | null, contract: Contract): readonly string[] {
  if (field.type === 'bool') return [templateTexts.yes, templateTexts.no];
  if (field.type === 'areaCode') return areasToChoose(area, contract);
  return field.values?.map(({ zh }) => zh) ?? [];
}

/** The columns of a dataset's form, in the order of its contract. */
export function formColumns(contract: Contract, scope: TemplateScope): readonly FormColumn[] {
  return contract.fields.map((field) => {
    const header = headerOf(field);
    const example = exampleCell(contract.id, field, scope.area);
    const longest = Math.max(displayWidth(header), displayWidth(String(example)));
    return {
      field,
      header,
      isText: isCode(field),
      choices: choicesOf(field, scope.area, contract),
      example,
      width: Math.min(40, Math.max(10, longest + 2)),
    };
  });
}
