import { grouped } from '../format.ts';
import { type Html, html } from '../html.ts';

/** Where a chart's numbers are: as JSON, and at the same address with .csv. */
export function links(href: string): Html {
  return html`<small><a href="${href}">JSON</a> <a href="${href.replace('?', '.csv?')}">CSV</a></small>`;
}

/** A fraction as a percentage; a dash where there is none. */
export function share(value: number | null): string {
  return value === null ? '–' : `${grouped(value * 100, 1)}%`;
}

/** A difference of fractions in points, with its sign. */
export function points(value: number | null): string {
  if (value === null) return '–';
  return `${value >= 0 ? '+' : ''}${grouped(value * 100, 1)}`;
}
