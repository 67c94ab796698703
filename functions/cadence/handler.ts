import { environment } from '../../shared/contract.ts';
import type { Log } from '../../shared/records/log.ts';
import type { Items } from '../../shared/records/ports.ts';
import { cloudItems } from '../adapters/cloud.ts';
import { type Environment, required } from '../adapters/environment.ts';
import { once } from '../adapters/once.ts';
import { powertoolsLog } from '../adapters/powertools-log.ts';
import { headsBehind } from './heads-behind.ts';

/** What `cadence` is given: it reads the table and says what it finds. */
export interface CadenceWiring {
  readonly province: string;
  readonly items: Items;
  readonly log: Log;
}

type ScheduledHandler = () => Promise<void>;

/**
 * Woken every morning. Its one duty for now: to say which county's head stands behind its newest commit.
 * 旬调度 · 月通报 · 季度考核 · 年终总评 come with their issues.
 */
export function create({ province, items, log }: CadenceWiring): ScheduledHandler {
  return async () => {
    const behind = await headsBehind(items, province);
    for (const one of behind) log.error('head behind its commit', { ...one });
    if (behind.length === 0) log.info('every head is at its newest commit');
  };
}

/** Wires the handler from the environment; the log may be replaced. */
export async function wire(
  env: Environment,
  replaced: { readonly log?: Log } = {},
): Promise<ScheduledHandler> {
  return create({
    province: required(environment.province, env),
    items: cloudItems(env),
    log: replaced.log ?? powertoolsLog('cadence'),
  });
}

const wired = once(() => wire(process.env));

/** Entry in the cloud. */
export const handler: ScheduledHandler = async () => (await wired())();
