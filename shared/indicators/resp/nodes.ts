import type { Day } from '../../programme/calendar.ts';
import { foldWord } from '../../text/fold.ts';
import type { AlertLog } from '../alerts.ts';
import type { TracedComponent } from '../facts.ts';
import { compareOrigins, type Origin } from '../origin.ts';
import { partCount } from '../part-count.ts';
import { groupByKey } from '../union.ts';
import type { Link } from './links.ts';

/** A node of the battle map 作战图节点: one task, whoever answers for it. */
export interface Node {
  /** Its first row. */
  readonly origin: Origin;
  readonly links: readonly Link[];
  readonly due: Day;
  readonly closed: boolean;
}

/**
 * The tasks among the links that say when they are due. Of several rows of one task the latest day it is due counts,
 * and it is ticked off 销号 once in any of them: a new official's row does not open it again.
 */
export function nodesOf(links: readonly Link[]): readonly Node[] {
  const tasks = links
    .filter(({ objectType }) => objectType === 'task')
    .sort((a, b) => compareOrigins(a.origin, b.origin));
  return [...groupByKey(tasks, ({ objectId }) => foldWord(objectId ?? '')).values()].flatMap((group) => {
    const [first] = group;
    const due = group
      .flatMap((link) => link.due ?? [])
      .sort()
      .at(-1);
    if (first === undefined || due === undefined) return [];
    return [{ origin: first.origin, links: group, due, closed: group.some(({ closed }) => closed) }];
  });
}

/** closeout_rate, and what is due and not closed, over all nodes, so that none is 0 and not nothing. */
export function nodeCounts(nodes: readonly Node[], day: Day, alerts: AlertLog): readonly TracedComponent[] {
  const rows = {
    personal: false,
    beside: ({ links }: Node) => links.map(({ origin }) => origin),
  };
  const isOverdue = ({ due, closed }: Node): boolean => due <= day && !closed;
  for (const node of nodes.filter(isOverdue)) raise(node, alerts);
  return [
    partCount(
      'resp.closeout_rate',
      nodes.filter(({ due }) => due <= day),
      ({ closed }) => closed,
      rows,
    ),
    partCount('resp.overdue_nodes', nodes, isOverdue, rows),
  ];
}

/** A node is called by its number; a task written out in words may name a person and is not. */
function raise({ links, due }: Node, alerts: AlertLog): void {
  const name = links[0]?.objectId ?? '';
  alerts.raise('NODE_OVERDUE', 'amber', {
    object: /^[0-9A-Za-z-]{1,40}$/.test(name) ? { node: name } : {},
    since: due,
    amount: null,
    dataset: 'responsibilities',
    origins: links.map(({ origin }) => origin),
  });
}
