import type { RouteId } from '../../contract.ts';
import type { Language } from '../../text/languages.ts';
import type { RenderedPage } from '../http/http.ts';
import type { DocsData, DocsProblem } from './openapi/docs-data.ts';

/** What the page of a problem shows. */
export interface ProblemPageData extends DocsProblem {
  readonly language: Language;
  /** The sentence with its gaps, in both languages. */
  readonly detail: { readonly zh: string; readonly en: string };
  /** Routes that may answer with it. */
  readonly routes: readonly { readonly id: RouteId; readonly name: string }[];
  readonly others: readonly DocsProblem[];
}

/** What the page shows that composes a request from the fields of a form. */
export interface ComposedPageData {
  readonly language: Language;
  readonly id: RouteId;
  readonly method: string;
  readonly address: string;
  /** The same as a command for a terminal. */
  readonly command: string;
}

/** Turns the docs into pages; `web` does. */
export interface DocsPages {
  readonly docs: (data: DocsData) => RenderedPage;
  readonly composed: (data: ComposedPageData) => RenderedPage;
  readonly problem: (data: ProblemPageData) => RenderedPage;
}
