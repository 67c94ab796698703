import type { Component, Facts } from './facts.ts';

const indexes = new WeakMap<Facts, ReadonlyMap<string, readonly Component[]>>();

/** The components of one indicator; facts are sorted by indicator when they are first looked into. */
export function componentsOf(facts: Facts, indicator: string): readonly Component[] {
  const known = indexes.get(facts) ?? byIndicator(facts.components);
  indexes.set(facts, known);
  return known.get(indicator) ?? [];
}

function byIndicator(components: readonly Component[]): ReadonlyMap<string, readonly Component[]> {
  const index = new Map<string, Component[]>();
  for (const one of components) {
    const found = index.get(one.indicator);
    if (found) found.push(one);
    else index.set(one.indicator, [one]);
  }
  return index;
}
