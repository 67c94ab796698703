import type { TracedComponent } from '../facts.ts';
import { compareOrigins, type Origin } from '../origin.ts';
import { component, tallyRows } from '../trace.ts';
import { groupByKey } from '../union.ts';
import { type Link, linksOf } from './links.ts';

/** A village cadre with one link for each household in active care. */
interface Cadre {
  readonly origin: Origin;
  readonly links: readonly Link[];
}

/**
 * Households of each village cadre with an active link (人均挂帮户数), as exact numbers with how many cadres have
 * each: an area's median and maximum come of their sums (domain.md §5.6).
 */
export function cadreLoads(links: readonly Link[]): readonly TracedComponent[] {
  const cadres = cadresOf(linksOf(links, ['household'], 'village').filter((link) => link.active));
  const beside = (cadre: Cadre): readonly Origin[] => cadre.links.map(({ origin }) => origin);
  const byLoad = [...groupByKey(cadres, (cadre) => String(cadre.links.length))];
  const values = Object.fromEntries(byLoad.map(([load, group]) => [load, tallyRows(group, beside)]));
  const households = tallyRows(cadres.flatMap((cadre) => cadre.links));
  return ['resp.cadre_load', 'resp.cadre_load_max'].map((indicator) =>
    component({ indicator, parameters: {}, breakdown: {}, n: null }, households, tallyRows(cadres, beside), {
      values,
    }),
  );
}

function cadresOf(links: readonly Link[]): readonly Cadre[] {
  const ordered = [...links].sort((a, b) => compareOrigins(a.origin, b.origin));
  const groups = groupByKey(ordered, ({ official }) => official);
  return [...groups.values()].flatMap((group) => {
    const byHousehold = groupByKey(group, (link) =>
      JSON.stringify([link.householdNoToken, link.headIdToken]),
    );
    const firsts = [...byHousehold.values()].flatMap(([first]) => first ?? []);
    const [first] = firsts;
    return first ? [{ origin: first.origin, links: firsts }] : [];
  });
}
