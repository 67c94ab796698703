import type { ComposedPageData, DocsPages, ProblemPageData } from '../../shared/api/docs/docs-page-data.ts';
import type { DocsData } from '../../shared/api/docs/openapi/docs-data.ts';
import type { RenderedPage } from '../../shared/api/http/http.ts';
import { docsTexts } from '../../shared/messages/docs-texts.ts';
import { html } from '../html.ts';
import { layout } from './layout.ts';
import { operationSection } from './operation.ts';

/** The pages of the docs: pure functions of their data, without a script. */
export const docsPages: DocsPages = { docs, composed, problem };

function docs({ language, groups, schemas }: DocsData): RenderedPage {
  const contents = groups.map(({ name, operations }) => {
    const links = operations.map(
      ({ id, method, path, summary }) =>
        html`<li><a href="#${id}">${method} ${path}</a> <span class="soft">${summary}</span></li>`,
    );
    return html`<h2>${name}</h2><ul>${links}</ul>`;
  });
  const sections = groups.map(
    ({ name, operations }) =>
      html`<h2>${name}</h2>
${operations.map((operation) => operationSection(operation, language))}`,
  );
  const told = schemas.map(
    ({ name, text }) => html`<dt id="schema-${name}"><code>${name}</code></dt><dd><pre>${text}</pre></dd>`,
  );
  const main = html`<main><p><a href="/v1/openapi.json?lang=${language}">${docsTexts.document[language]}</a> ·
<a href="/v1/dictionary.csv?lang=${language}">${docsTexts.dictionary[language]}</a></p>
<nav aria-label="${docsTexts.contents[language]}">${contents}</nav>
${sections}
<h2>${docsTexts.schemas[language]}</h2><dl>${told}</dl></main>`;
  return layout(language, docsTexts.title[language], main, `/docs?lang=${language === 'zh' ? 'en' : 'zh'}`);
}

function composed({ language, id, method, address, command }: ComposedPageData): RenderedPage {
  const link =
    method === 'GET' ? html`<a href="${address}">${address}</a>` : html`<code>${method} ${address}</code>`;
  const main = html`<main><section><p>${docsTexts.composedText[language]}</p><p>${link}</p><pre>${command}</pre>
<p><a href="/docs?lang=${language}#${id}">${docsTexts.back[language]}</a></p></section></main>`;
  return layout(
    language,
    docsTexts.composed[language],
    main,
    `/docs?lang=${language === 'zh' ? 'en' : 'zh'}`,
  );
}

function problem({ language, code, status, title, detail, routes, others }: ProblemPageData): RenderedPage {
  const where = routes.map(
    ({ id, name }) => html`<li><a href="/docs?lang=${language}#${id}">${name}</a></li>`,
  );
  const all = others.map(
    (one) => html`<li>${one.status} <a href="${one.href}">${one.code}</a> ${one.title}</li>`,
  );
  const main = html`<main><section><p><code>${code}</code> · ${docsTexts.status[language]} ${status}</p>
<h4>${docsTexts.says[language]}</h4><p lang="zh">${detail.zh}</p><p lang="en">${detail.en}</p>
<h4>${docsTexts.where[language]}</h4><ul>${where}</ul></section>
<details><summary>${docsTexts.allProblems[language]}</summary><ul>${all}</ul></details></main>`;
  const heading = `${docsTexts.problemTitle[language]}: ${title}`;
  const other = language === 'zh' ? 'en' : 'zh';
  return layout(language, heading, main, `/problems/${code.replaceAll('_', '-')}?lang=${other}`);
}
