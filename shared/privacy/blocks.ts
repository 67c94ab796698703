/** Name of the block in which the variables of a group lie that are not known; `null`: all of them are. */
export type BlockOf = (group: readonly string[]) => string | null;

/**
 * Divides the variables that are not known into blocks, such that no group of variables lies in two: what is learnt of
 * one variable may tell something of others of its block, and of no one else. Known variables are numbers and join
 * nothing, so what is shown of a county keeps its sites apart from those of every other.
 */
export function blocksOf(
  groups: Iterable<readonly string[]>,
  isKnown: (variable: string) => boolean,
): BlockOf {
  const parents = new Map<string, string>();
  const rootOf = (variable: string): string => {
    let root = variable;
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up;
    if (root !== variable) parents.set(variable, root);
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
  return (group) => {
    const unknown = group.find((variable) => !isKnown(variable));
    return unknown === undefined ? null : rootOf(unknown);
  };
}
