import { isLanguage, type Language } from '../../text/languages.ts';

/**
 * The reader's language out of `Accept-Language` (RFC 9110 §12.5.4): the known language of the highest
 * weight, the earlier one among equals, Chinese when none is known.
 */
export function negotiateLanguage(header: string | undefined): Language {
  let best: { language: Language; weight: number } | null = null;
  for (const range of (header ?? '').split(',')) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const language = tag.split('-')[0]?.trim() ?? '';
    const stated = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean);
    const weight = stated === undefined ? 1 : Number(stated);
    if (!isLanguage(language) || !(weight > 0)) continue;
    if (!best || weight > best.weight) best = { language, weight };
  }
  return best?.language ?? 'zh';
}

/**
 * The language of the answer to a request, its refusal included: the one its query names, of a form `pageLang` before
 * `lang`, or else that of `Accept-Language`. A language that is not known is for the route to refuse.
 */
export function languageOf(query: string, header: string | undefined): Language {
  const values = new URLSearchParams(query);
  const named = (values.get('pageLang') ?? values.get('lang'))?.trim() ?? '';
  return isLanguage(named) ? named : negotiateLanguage(header);
}
