import type { Form } from './echelon.ts';

/** Variables that hang together: what is learnt of one may tell something of the others, and of no one else. */
export type BlocksOf = (variables: Iterable<string>) => ReadonlySet<string>;

/**
 * Divides the variables that are not known into blocks, such that no group of variables lies in two. Known variables
 * are numbers and join nothing, so what is shown of a county keeps its sites apart from those of every other. Given
 * are variables; answered are the blocks in which any of them lies, by their names.
 */
export function blocksOf(
  groups: Iterable<Iterable<string>>,
  isKnown: (variable: string) => boolean,
): BlocksOf {
  const parents = new Map<string, string>();
  const rootOf = (variable: string): string => {
    let root = variable;
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up;
    return root;
  };
  for (const group of groups) {
    let first: string | null = null;
    for (const variable of group) {
      if (isKnown(variable)) continue;
      const root = rootOf(variable);
      if (first === null) first = root;
      else if (root !== first) parents.set(root, first);
    }
  }
  return (variables) => {
    const unknown = [...variables].filter((variable) => !isKnown(variable));
    return new Set(unknown.map(rootOf));
  };
}

/** Variables of several forms. */
export function variablesOf(forms: readonly Form[]): readonly string[] {
  return forms.flatMap((form) => [...form.keys()]);
}
