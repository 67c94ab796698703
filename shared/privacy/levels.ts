import { type Audience, type RoleDefinition, roles } from '../access/roles.ts';

/**
 * The k of the audiences there are, smallest first. What is hidden at one is hidden at every larger one, so that
 * whoever holds the answers to two audiences learns no more than from the better of them.
 */
export const suppressionLevels: readonly number[] = [
  ...new Set(Object.values(roles).flatMap(({ audience }: RoleDefinition) => smallestGroup(audience) ?? [])),
].sort((a, b) => a - b);

/** Fewest persons or households behind a figure that the audience is shown; `null`: it is shown every figure. */
export function smallestGroup(audience: Audience): number | null {
  return audience === 'own' ? null : audience.k;
}
