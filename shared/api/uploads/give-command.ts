import {
  type Command,
  commandId,
  commandKey,
  type Order,
  readCommand,
  recordCommand,
} from '../../records/commands.ts';
import type { PublishMessage } from '../../records/events.ts';
import type { ApiDeps, Outcome, RouteCall } from '../http/http.ts';
import { problem } from '../http/problem.ts';
import { readIdempotencyKey } from '../http/read-body.ts';

/** Where the outcome of a command is seen, and what is shown of it at once. */
export interface Target {
  /** Area under which the command is recorded. */
  readonly area: string;
  /** Resource on which its effect appears. */
  readonly location: string;
}

/**
 * Records an order and tells the publisher; the effect is seen at the target a moment later (202). The same
 * order, or the same `Idempotency-Key`, again is the same command: it is answered alike and changes nothing.
 * `refuse` looks at a new order only, so that a repetition is never refused for what the first one did.
 */
export async function giveCommand(
  call: Pick<RouteCall, 'deps' | 'headers' | 'caller'>,
  target: Target,
  order: Order,
  refuse: () => Promise<Outcome | null>,
): Promise<Outcome> {
  const { deps, headers, caller } = call;
  const given = readIdempotencyKey(headers);
  if ('problem' in given) return given.problem;
  const at = deps.now().toISOString();
  const id = commandId(target.area, order, given.key, at);
  const key = commandKey(target.area, id);
  if (!(await readCommand(deps.reports, key))) {
    const refused = await refuse();
    if (refused) return refused;
  }
  const recorded = await recordCommand(
    deps.reports,
    commandOf({ id, area: target.area, at, by: caller }, order),
  );
  if (!recorded) return problem('idempotency_key_reused', given.key);
  await tellPublisher(deps, key);
  const { kind, at: since } = recorded.command;
  return {
    kind: 'accepted',
    location: target.location,
    document: { command: { id, kind, at: since }, resource: target.location },
  };
}

function commandOf(common: Pick<Command, 'id' | 'area' | 'at' | 'by'>, order: Order): Command {
  return order.kind === 'mapping'
    ? { ...common, kind: order.kind, dataset: order.dataset, headers: { ...order.headers } }
    : { ...common, kind: order.kind, uploadId: order.uploadId };
}

function tellPublisher(deps: ApiDeps, key: string): Promise<void> {
  return deps.publishQueue.send(JSON.stringify({ kind: 'command', key } satisfies PublishMessage));
}
