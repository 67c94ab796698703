import type { Share } from './shares.ts';

/**
 * Households behind sums of shares, for suppression: the fewest behind any of them behind which there is one at all.
 * What is paid to two households is theirs, however many were due something (domain.md §5, Conventions).
 */
export function fewestContributors(sums: readonly (readonly Share[])[]): number {
  const holders = sums.map((shares) => new Set(shares.map(({ holder }) => holder)).size);
  const some = holders.filter((count) => count > 0);
  return some.length > 0 ? Math.min(...some) : 0;
}
