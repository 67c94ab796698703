import { type Html, html } from '../html.ts';

/** A step as the page shows it: how much came over, how much did not, in words and as lengths of one scale. */
export interface Step {
  readonly name: string;
  readonly amount: number | null;
  readonly lost: number | null;
  /** What stands under the bar. */
  readonly note: string;
  readonly shown: string;
  /** What stands under the amount. */
  readonly remark: string;
  readonly share: string;
}

/** Steps one below the other: a table whose bars stand where things are, and hollow where they are not yet. */
export function stepsTable(title: string, heads: readonly string[], steps: readonly Step[]): Html {
  const most = Math.max(1, ...steps.map(({ amount, lost }) => (amount ?? 0) + Math.max(0, lost ?? 0)));
  const rows = steps.map(
    ({ name, amount, lost, note, shown, remark, share }) =>
      html`<tr><th scope="row">${name}</th><td class="bars">${bar(amount, lost, most)}<small>${note}</small></td>
<td>${shown}<small>${remark}</small></td><td>${share}</td></tr>`,
  );
  return html`<div class="scroll" role="region" aria-label="${title}" tabindex="0"><table class="steps"><thead><tr>${heads.map((head) => (head === '' ? html`<td></td>` : html`<th scope="col">${head}</th>`))}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

/** What came over as a full bar, what did not as a hollow one behind it. */
function bar(amount: number | null, lost: number | null, most: number): Html {
  const width = (value: number | null) => Math.round((Math.max(0, value ?? 0) / most) * 1_000) / 10;
  const full = width(amount);
  return html`<svg class="flow" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true"><rect class="fill" width="${full}" height="12"/><rect class="gap" x="${full}" width="${width(lost)}" height="12"/></svg>`;
}
