import type { Head } from './schema.ts';

/** A commit by its generation and time. */
export type Made = NonNullable<Head['figures']>;

/** The commit to which a state's figures go back: its own, unless it says another. */
export function figuresOf({ generation, time, figures }: Head): Made {
  return figures ?? { generation, time };
}

/**
 * The commit to which the figures of a new state go back: itself, or where it names the very facts its parent
 * does (the same file sent again), the parent's. A snapshot therefore moves only with figures.
 */
export function figuresAfter(
  parent: Head,
  made: Made,
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Made {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].every((name) => before[name] === after[name]) ? figuresOf(parent) : made;
}
