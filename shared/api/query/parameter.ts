import type { ProblemCode } from '../../messages/api-problems.ts';
import type { Bilingual } from '../../text/languages.ts';

/**
 * What a parameter takes. `one` and `many` (separated by commas) name a closed list, `number` its bounds, `text` and
 * `texts` (separated by commas) the pattern of what is written, a regular expression both JavaScript and JSON Schema
 * read. `fields` stands for every name that no other parameter has. The readers refuse by it, and the OpenAPI document says it.
 */
export type Takes<Value extends string = string> =
  | { readonly kind: 'one' | 'many'; readonly values: readonly Value[] }
  | { readonly kind: 'number'; readonly least: number; readonly most: number; readonly unasked?: number }
  | { readonly kind: 'text' | 'texts'; readonly pattern: string }
  | { readonly kind: 'fields' };

/** One parameter of a query or a path as data: the readers, the docs and the OpenAPI document come from it. */
export interface Parameter<Value extends string = string> {
  readonly name: string;
  readonly required: boolean;
  readonly takes: Takes<Value>;
  /** Values as they may be written; left out where `takes` says them all. What fits it serves as example. */
  readonly forms?: readonly string[];
  readonly meaning: Bilingual;
  /** With which problems a value is refused; left out where it is `unknown_value` alone, or nothing. */
  readonly refused?: readonly ProblemCode[];
}

/** A parameter of a closed list. */
export interface Choice<Value extends string> extends Parameter<Value> {
  readonly takes: { readonly kind: 'one' | 'many'; readonly values: readonly Value[] };
}

/** A parameter that is a whole number. */
export interface NumberParameter extends Parameter {
  readonly takes: {
    readonly kind: 'number';
    readonly least: number;
    readonly most: number;
    readonly unasked?: number;
  };
}

/** The forms of a parameter as the docs tell them. */
export function formsOf({ forms, takes }: Parameter): readonly string[] {
  if (forms) return forms;
  if (takes.kind === 'number') return [`${takes.least}…${takes.most}`];
  return 'values' in takes ? takes.values : [];
}

/** Problems a value of the parameter is refused with. */
export function refusalsOf({ takes, refused }: Parameter): readonly ProblemCode[] {
  return refused ?? ('values' in takes || takes.kind === 'number' ? ['unknown_value'] : []);
}

/** Whether a text is one that the parameter takes, as far as its own grammar goes. */
export function isTaken(text: string, takes: Takes): boolean {
  const terms = takes.kind === 'many' || takes.kind === 'texts' ? text.split(',') : [text];
  if ('values' in takes) return terms.every((term) => takes.values.includes(term));
  if (takes.kind === 'fields') return true;
  if (takes.kind !== 'number') return terms.every((term) => new RegExp(takes.pattern, 'u').test(term));
  return /^\d{1,9}$/.test(text) && Number(text) >= takes.least && Number(text) <= takes.most;
}

/** The same parameter, required. */
export function required<Kind extends Parameter>(parameter: Kind): Kind {
  return { ...parameter, required: true };
}
