import type { Field } from './contract.ts';

/** The field as it is read and kept where its {@link Field.otherwise} holds; `null` when it has none. */
export function otherField({ otherwise, pattern: _, form: __, ...field }: Field): Field | null {
  if (!otherwise) return null;
  const { when: ___, ...other } = otherwise;
  return { ...field, ...other };
}
