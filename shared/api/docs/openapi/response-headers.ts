import type { RouteId } from '../../../contract.ts';
import type { Bilingual, Language } from '../../../text/languages.ts';
import { routeParameters } from '../../query/route-parameters.ts';
import type { AnswerDescription } from './description.ts';

/** Headers an answer may have beside those of every answer, with their meaning. */
const responseHeaders = {
  ETag: { zh: '强标签', en: 'strong tag' },
  'Cache-Control': { zh: '可否缓存', en: 'how it may be kept' },
  Location: { zh: '答复或结果的地址', en: 'where the answer or the effect is' },
  Link: {
    zh: '下一页的地址（rel="next"），末页没有',
    en: 'where the next page is (rel="next"); none of the last',
  },
  'Anju-Snapshot': {
    zh: '答复所依据的数据状态，可写入 asOf',
    en: 'the state the answer is of, which may be given as asOf',
  },
  'Content-Disposition': { zh: '文件名，用于文件', en: 'of files: the name to save it under' },
} as const satisfies Readonly<Record<string, Bilingual>>;
type ResponseHeader = keyof typeof responseHeaders;

const isTold = (word: string): word is ResponseHeader => Object.hasOwn(responseHeaders, word);
const names = Object.keys(responseHeaders).filter(isTold);
const componentOf = (name: ResponseHeader): string => name.replace('-', '');

/** The headers as components of the document. */
export function headerComponents(language: Language): object {
  const told = names.map((name) => {
    const format = name === 'Location' ? { format: 'uri-reference' } : {};
    const description = responseHeaders[name][language];
    return [componentOf(name), { description, schema: { type: 'string', ...format } }];
  });
  return Object.fromEntries(told);
}

/** Headers of one answer of a route, as references. */
export function headersOf(id: RouteId, answer: AnswerDescription): object {
  const mayHave = namesOf(id, answer);
  return Object.fromEntries(
    names
      .filter((name) => mayHave.includes(name))
      .map((name) => [name, { $ref: `#/components/headers/${componentOf(name)}` }]),
  );
}

function namesOf(
  id: RouteId,
  { status, content, isBehindLink }: AnswerDescription,
): readonly ResponseHeader[] {
  if (status !== 200) return ['Location', 'Cache-Control'];
  if (isBehindLink) return ['ETag', 'Content-Disposition'];
  const takes = (parameter: string) => routeParameters[id].some(({ name }) => name === parameter);
  const isFile = id === 'rows' || Object.keys(content).some((type) => !/json|html|plain/.test(type));
  return [
    'ETag',
    'Cache-Control',
    ...(takes('cursor') ? (['Link'] as const) : []),
    ...(takes('asOf') ? (['Anju-Snapshot'] as const) : []),
    ...(isFile ? (['Content-Disposition'] as const) : []),
  ];
}
