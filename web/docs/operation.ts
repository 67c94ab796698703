import type { DocsOperation, DocsParameter } from '../../shared/api/docs/openapi/docs-data.ts';
import { docsTexts } from '../../shared/messages/docs-texts.ts';
import type { Language } from '../../shared/text/languages.ts';
import { type Html, html } from '../html.ts';

/** Forms of a parameter that are listed; those of a long list stand in its choice or in a catalogue. */
const mostForms = 12;

/** One route: what it is, what it takes and answers, examples to follow and a form to fill in. */
export function operationSection(operation: DocsOperation, language: Language): Html {
  const { id, method, path, summary, detail, roles } = operation;
  const may = roles === null ? docsTexts.everyRole[language] : roles.join(language === 'zh' ? '、' : ', ');
  return html`<section id="${id}"><h3><b>${method}</b> <code>${path}</code></h3>
<p>${summary}${detail === null ? null : html`<br><span class="soft">${detail}</span>`}</p>
<p class="soft">${docsTexts.roles[language]}: ${may}</p>
${parameterTable(operation, language)}${bodyPart(operation, language)}${examplesPart(operation, language)}${formPart(operation, language)}${answersPart(operation, language)}</section>
`;
}

function parameterTable({ parameters }: DocsOperation, language: Language): Html | null {
  if (parameters.length === 0) return null;
  const rows = parameters.map(({ name, required, meaning, forms }) => {
    const shown = forms.slice(0, mostForms).map((form) => html`<code>${form}</code> `);
    const more = forms.length > mostForms ? '…' : '';
    const needed = required ? html` <span class="soft">${docsTexts.required[language]}</span>` : null;
    return html`<tr><th scope="row"><code>${name}</code>${needed}</th><td>${shown}${more}</td><td>${meaning}</td></tr>
`;
  });
  return html`<table><thead><tr><th>${docsTexts.name[language]}</th><th>${docsTexts.takes[language]}</th><th>${docsTexts.meaning[language]}</th></tr></thead><tbody>
${rows}</tbody></table>`;
}

function bodyPart({ body }: DocsOperation, language: Language): Html | null {
  if (body === null) return null;
  return html`<h4>${docsTexts.body[language]}</h4><p>${body.meaning}</p><pre>${body.example}</pre>`;
}

function examplesPart({ method, examples }: DocsOperation, language: Language): Html {
  const items = examples.map(({ title, address, isMadeUp }) => {
    const leads = method === 'GET' && !isMadeUp;
    const told = leads ? html`<a href="${address}">${address}</a>` : html`<code>${address}</code>`;
    return html`<li>${title}: ${told}</li>`;
  });
  const note = examples.some(({ isMadeUp }) => isMadeUp) ? madeUpNote(language) : null;
  return html`<h4>${docsTexts.examples[language]}</h4><ul>${items}</ul>${note}`;
}

function madeUpNote(language: Language): Html {
  const listed = '/v1/uploads?limit=5';
  return html`<p class="soft">${docsTexts.madeUp[language]} <a href="${listed}">${listed}</a></p>`;
}

function formPart({ id, parameters }: DocsOperation, language: Language): Html {
  const fields = parameters.map((one) => html`<label>${one.name}${fieldOf(one)}</label>`);
  const asksLanguage = parameters.some(({ name }) => name === 'pageLang');
  const hidden = asksLanguage ? null : html`<input type="hidden" name="pageLang" value="${language}">`;
  return html`<form action="/docs/compose/${id}" method="get">${hidden}
<div>${fields}</div><button>${docsTexts.compose[language]}</button></form>`;
}

function fieldOf({ name, required, choices, value, forms }: DocsParameter): Html {
  const needed = required ? html` required` : null;
  if (choices === null) {
    return html`<input name="${name}" value="${value}" placeholder="${forms[0] ?? ''}"${needed}>`;
  }
  const options = choices.map(
    (choice) => html`<option${choice === value ? html` selected` : null}>${choice}</option>`,
  );
  return html`<select name="${name}"${needed}>${required ? null : html`<option></option>`}${options}</select>`;
}

function answersPart({ answers, problems }: DocsOperation, language: Language): Html {
  const items = answers.map(({ status, meaning, types }) => {
    const told = types.map(
      ({ mediaType, shape }) => html`<br><code>${mediaType}</code> <code class="soft">${shape}</code>`,
    );
    return html`<li><b>${status}</b> ${meaning}${told}</li>`;
  });
  const refused = problems.map(
    ({ status, code, href, title }) => html`<li>${status} <a href="${href}">${code}</a> ${title}</li>`,
  );
  return html`<h4>${docsTexts.answers[language]}</h4><ul>${items}</ul>
<details><summary>${docsTexts.problems[language]} (${problems.length})</summary><ul>${refused}</ul></details>`;
}
