import type { EnvironmentName } from '../../shared/contract.ts';

/** The process' environment, or one that is handed in. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable the stack must set; throws with its name when it is missing. */
export function required(name: EnvironmentName, from: Environment): string {
  const value = from[name];
  if (value === undefined || value === '') throw new Error(`environment variable ${name} is not set`);
  return value;
}
