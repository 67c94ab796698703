/**
 * Who is answered, as far as suppression goes: a county's own office, a dispatcher 指挥室 and admin see every count;
 * everybody else sees no cell behind which fewer than `k` persons or households stand (design.md, Access and
 * privacy).
 */
export type Audience = 'unsuppressed' | { readonly k: number };

/**
 * The k of the audiences there are, smallest first: analyst, public (policy, domain.md §8.7). What is hidden at one
 * is hidden at every larger one, so that whoever holds the answers to two audiences learns no more than from the
 * better of them.
 */
export const suppressionLevels: readonly number[] = [5, 10];

/** An audience in words of an entity tag. */
export function audienceName(audience: Audience): string {
  return audience === 'unsuppressed' ? audience : `k${audience.k}`;
}
