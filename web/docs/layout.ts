import { createHash } from 'node:crypto';
import type { RenderedPage } from '../../shared/api/http/http.ts';
import { docsTexts } from '../../shared/messages/docs-texts.ts';
import type { Language } from '../../shared/text/languages.ts';
import { Html, html } from '../html.ts';
import { docsStyle } from './style.ts';

/** Nothing from outside and no script; forms only to this very address; the one style sheet by its hash. */
const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(docsStyle).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** A page of the docs, whole; `here` is its address in the other language. */
export function layout(language: Language, title: string, main: Html, here: string): RenderedPage {
  const other: Language = language === 'zh' ? 'en' : 'zh';
  const isDocs = title === docsTexts.title[language];
  const back = isDocs ? null : html`<a href="/docs?lang=${language}">${docsTexts.title[language]}</a>`;
  const document = html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title} · ${docsTexts.brand[language]}</title><link rel="icon" href="data:,"><style>${new Html(docsStyle)}</style></head>
<body><header><h1>${title}</h1>${back}
<a href="${here}" hreflang="${other}" lang="${other}">${docsTexts.other[language]}</a></header>
${main}</body></html>
`;
  return { html: document.text, contentSecurityPolicy };
}
