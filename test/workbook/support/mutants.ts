/** Numbers that look random and are the same in every run. */
export function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A copy with one to four bytes changed, or a stretch removed, doubled or cut off. */
export function mutant(bytes: Uint8Array, next: (below: number) => number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const at = next(copy.length);
  switch (next(8)) {
    case 0:
      return copy.subarray(0, at);
    case 1:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(at + 1 + next(20))]);
    case 2:
      return Buffer.concat([copy.subarray(0, at + next(20)), copy.subarray(at)]);
    default:
      for (let count = 1 + next(4); count > 0; count--) copy[next(copy.length)] = next(256);
      return copy;
  }
}
