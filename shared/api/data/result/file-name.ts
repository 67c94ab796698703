import { areaOf } from '../../../programme/areas.ts';
import type { Grain } from '../../../programme/periods.ts';
import type { Representation } from '../../http/representations.ts';
import type { PeriodTerm } from '../../query/read-periods.ts';
import type { Selection } from '../data-query.ts';

/** Most indicators and areas a file name tells one by one. */
const mostNamed = 2;

function told(names: readonly string[], counted: string): string {
  return names.length <= mostNamed ? names.join('、') : `${names[0]}等${names.length}${counted}`;
}

const grains: Readonly<Record<Grain, string>> = { year: '年', quarter: '个季度', month: '个月', xun: '旬' };

function periodTold(term: PeriodTerm): string {
  if (term === 'latest') return '最新';
  return typeof term === 'string' ? term : `最近${term.last}${grains[term.grain]}`;
}

/** Name a file of observations is saved under: 怀化市_开工率_2017-04-X3.csv, and one in plain letters. */
export function resultFileName(
  { indicators, areas, periods }: Selection,
  representation: Representation,
): { readonly plain: string; readonly chinese: string } {
  const terms = periods.map(periodTold);
  const period = terms.length <= mostNamed ? terms.join('、') : `${terms[0]}~${terms.at(-1)}`;
  const area = told(
    areas.map((code) => areaOf(code)?.zh ?? code),
    '地',
  );
  const indicator = told(
    indicators.map(({ name }) => name.zh),
    '项',
  );
  return {
    plain: `anju-${areas[0] ?? 'data'}.${representation}`,
    chinese: `${area}_${indicator}_${period}.${representation}`.replaceAll(/[\\/:*?"<>|]/g, '_'),
  };
}
