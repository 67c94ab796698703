import { environment } from '../../shared/contract.ts';
import { areaAlertsKey, encodeAreaAlerts } from '../../shared/records/area-alerts.ts';
import type { Log } from '../../shared/records/log.ts';
import type { Items, Objects } from '../../shared/records/ports.ts';
import { cloudItems, cloudObjects } from '../adapters/cloud.ts';
import { type Environment, required } from '../adapters/environment.ts';
import { once } from '../adapters/once.ts';
import { powertoolsLog } from '../adapters/powertools-log.ts';
import { checkBetween } from './check-between.ts';
import { headsBehind } from './heads-behind.ts';

/** What `cadence` is given: it reads the table, says what it finds and leaves alerts for `api`. */
export interface CadenceWiring {
  readonly province: string;
  readonly items: Items;
  readonly reports: Objects;
  readonly log: Log;
}

type ScheduledHandler = () => Promise<void>;

/**
 * Woken every morning: says which county's head stands behind its newest commit, and holds the counties against
 * each other (X1, X6, I6; design.md, Storage), whose alerts replace those of the morning before.
 * 旬调度 · 月通报 · 季度考核 · 年终总评 come with their issues.
 */
export function create({ province, items, reports, log }: CadenceWiring): ScheduledHandler {
  return async () => {
    const behind = await headsBehind(items, province);
    for (const one of behind) log.error('head behind its commit', { ...one });
    if (behind.length === 0) log.info('every head is at its newest commit');
    const alerts = await checkBetween(items);
    await reports.put(areaAlertsKey(province), encodeAreaAlerts(alerts), 'application/json');
    log.info('counties held against each other', { alerts: alerts.length });
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
    reports: cloudObjects(required(environment.reportsBucket, env)),
    log: replaced.log ?? powertoolsLog('cadence'),
  });
}

const wired = once(() => wire(process.env));

/** Entry in the cloud. */
export const handler: ScheduledHandler = async () => (await wired())();
