import type { Bilingual } from '../../../text/languages.ts';

/** What a row of the dictionary explains. */
export const kinds = {
  indicator: { zh: '指标', en: 'indicator' },
  breakdown: { zh: '细分', en: 'breakdown' },
  parameter: { zh: '参数', en: 'parameter' },
  column: { zh: '列', en: 'column' },
  dataset: { zh: '台账', en: 'dataset' },
  field: { zh: '字段', en: 'field' },
  code: { zh: '代码', en: 'code' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** One row of the dictionary; what does not apply is left out. */
export interface Entry {
  readonly kind: keyof typeof kinds;
  /** What it belongs to: the dataset of a field, the breakdown or field of a code, the address of a column. */
  readonly of?: string;
  readonly id: string;
  readonly name: Bilingual;
  readonly type?: string;
  readonly unit?: string;
  readonly need?: string;
  readonly formula?: Bilingual;
  readonly numerator?: Bilingual;
  readonly denominator?: Bilingual;
  readonly direction?: Bilingual;
  readonly grain?: Bilingual;
  /** Fewest persons or households behind a figure that is shown, by audience. */
  readonly k?: string;
  readonly thresholds?: string;
  readonly sources?: string;
  readonly meaning?: Bilingual;
}
