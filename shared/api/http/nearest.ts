/** Edits (insert, delete, replace, swap neighbours) that turn one text into the other. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}

/** Longest text a suggestion is looked for: nobody mistypes more. */
const longest = 60;

/**
 * The allowed text a person most likely meant, or `null` when none is near: at most a third of its letters
 * differ, or the text is its last part (`start_rate` for `reloc.start_rate`). Case does not count.
 */
export function nearest(text: string, allowed: readonly string[]): string | null {
  const wanted = text.trim().toLowerCase();
  if (wanted === '' || wanted.length > longest) return null;
  const tail = allowed.find((name) => name.toLowerCase().endsWith(`.${wanted}`));
  if (tail) return tail;
  let best: { name: string; distance: number } | null = null;
  for (const name of allowed) {
    const distance = editDistance(wanted, name.toLowerCase());
    if (distance * 3 <= Math.max(wanted.length, name.length) && (!best || distance < best.distance)) {
      best = { name, distance };
    }
  }
  return best?.name ?? null;
}
