import { contracts } from '../datasets/contracts.ts';
import type { Finding } from '../normalise/finding.ts';
import { areaOf } from '../programme/areas.ts';
import { parsePeriod } from '../programme/periods.ts';
import type { Bilingual, Language } from '../text/languages.ts';
import { findingTexts } from './finding-texts.ts';
import { uploadTexts } from './finding-texts-upload.ts';
import { formatWords } from './format-words.ts';
import { periodText } from './period-text.ts';
import { cellOutcomes, isDroppedCell, type RowFate } from './row-fate.ts';

export { findingTexts };

/** Words for parameter values that are codes: what a `too_large` refusal counted. */
const sizeWords: Readonly<Record<string, Bilingual>> = {
  legacy_bytes: { zh: '.xls 或网页表格的字节数', en: 'bytes in an .xls or HTML file' },
  memory: { zh: '读取所需内存（MB）', en: 'megabytes of memory to read it' },
  file_bytes: { zh: '文件字节数', en: 'bytes in the file' },
  rows: { zh: '行数', en: 'rows' },
  columns: { zh: '列数', en: 'columns' },
  cell_characters: { zh: '单元格字数', en: 'characters in a cell' },
  shared_strings: { zh: '不同文本的个数', en: 'different texts' },
  shared_string_bytes: { zh: '文本字节数', en: 'bytes of text' },
  sheet_bytes: { zh: '工作表字节数', en: 'bytes in a sheet' },
  part_bytes: { zh: '内部部件字节数', en: 'bytes in a part' },
  merges: { zh: '合并单元格数', en: 'merged cells' },
};

/** A period's code as it is called; what is no period stays as it is. */
function periodCalled(code: string, language: Language): string {
  const period = parsePeriod(code)?.period;
  return period === undefined ? code : periodText(period, language);
}

/** Parameters that are codes of areas and periods, in words where an upload is spoken of. */
const placeWords: Readonly<Record<string, (code: string, language: Language) => string>> = {
  area: (code, language) => areaOf(code)?.[language] ?? code,
  period: periodCalled,
  against: periodCalled,
};

/** Findings whose `found` is the name of a format or encoding. */
const formatCodes: readonly string[] = ['unsupported_format', 'not_a_workbook', 'encoding_unrecognised'];

type Described = Pick<Finding, 'code' | 'field' | 'dataset' | 'params'> &
  Partial<Pick<Finding, 'sheet' | 'severity'>>;

/** Field labels of a dataset in a language; English keeps the county's own header beside it. */
function labelled(value: string, { dataset }: Described, language: Language): string {
  if (!dataset || language === 'zh') return value;
  const fields = contracts[dataset].fields;
  return value
    .split('、')
    .map((part) => {
      const field = fields.find(({ zh }) => zh === part);
      return field ? `${field.en} (${part})` : part;
    })
    .join(', ');
}

function parameter(name: string, finding: Described, language: Language): string | null {
  if (name === 'dataset' && finding.dataset) return contracts[finding.dataset][language];
  if (name === 'sheet' && finding.sheet) return finding.sheet;
  const value = finding.params[name];
  if (value === undefined) {
    if (name !== 'field' || !finding.dataset) return null;
    const field = contracts[finding.dataset].fields.find((own) => own.name === finding.field);
    return field ? labelled(field.zh, finding, language) : null;
  }
  const format = name === 'found' ? formatWords[String(value)] : undefined;
  if (format && formatCodes.includes(finding.code)) return format[language];
  if (name in placeWords && finding.code in uploadTexts)
    return placeWords[name]?.(String(value), language) ?? null;
  if (name === 'what') return sizeWords[String(value)]?.[language] ?? String(value);
  return labelled(String(value), finding, language);
}

/** A text of the county's with the quotes and brackets around it. */
const quoted = /[（(]?[“"]?\{(found|suggestion)\}[”"]?[）)]?/g;
const notShown: Bilingual = { zh: '（内容不显示）', en: '(not shown)' };

/** Says what the stars of a masked text are. */
function withStarsExplained(name: string, value: string, language: Language): string {
  if ((name !== 'found' && name !== 'suggestion') || !value.includes('*')) return value;
  return `${value}${language === 'zh' ? '（* 处不显示）' : ' (* not shown)'}`;
}

/** Fills one stretch of a template; `null` when a parameter is not given. */
function filledPart(template: string, finding: Described, language: Language): string | null {
  let complete = true;
  const visible = template.replace(quoted, (whole, name: string) =>
    /^[*\s]+$/.test(parameter(name, finding, language) ?? '') ? notShown[language] : whole,
  );
  const text = visible.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameter(name, finding, language);
    if (value === null) complete = false;
    return value === null ? '?' : withStarsExplained(name, value, language);
  });
  return complete || !template.startsWith('[[') ? text : null;
}

function filled(template: string, finding: Described, language: Language): string {
  return template
    .split(/(\[\[.*?\]\])/)
    .map((part) => filledPart(part, finding, language)?.replace(/^\[\[|\]\]$/g, '') ?? '')
    .join('')
    .trim();
}

/** What became of a cell that was not kept, and of its row; without the other findings an error holds the row back (R2). */
function outcomeOf(finding: Described, fate: RowFate | 'untold'): Bilingual {
  const { code, severity } = finding;
  if ((severity !== 'error' && severity !== 'warning') || fate === 'untold') return { zh: '', en: '' };
  return isDroppedCell({ code, severity }) ? cellOutcomes[severity][fate] : { zh: '', en: '' };
}

/**
 * The sentence a person reads for a finding: what was found, what was expected, what to do. Throws `RangeError`
 * for a code without a sentence (a fault of ours). `fate` is what became of the row, by {@link rowFates} where all
 * findings of the file are at hand; `untold` leaves it unsaid.
 */
export function findingMessage(finding: Described, fate: RowFate | 'untold' = 'kept'): Bilingual {
  const text = findingTexts[finding.code];
  if (!text) throw new RangeError(`no message for finding ${finding.code}`);
  const outcome = outcomeOf(finding, fate);
  return {
    zh: `${filled(text.zh, finding, 'zh')}${outcome.zh}`,
    en: `${filled(text.en, finding, 'en')}${outcome.en}`,
  };
}
