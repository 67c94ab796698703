import type { EnvironmentName } from '../../shared/contract.ts';

/** A variable the stack must set; throws with its name when it is missing. */
export function required(name: EnvironmentName, from: Readonly<Record<string, string | undefined>>): string {
  const value = from[name];
  if (value === undefined || value === '') throw new Error(`environment variable ${name} is not set`);
  return value;
}
