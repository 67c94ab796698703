import * as z from 'zod';
import { reports } from '../contract.ts';
import type { AreaAlert } from '../indicators/between-counties.ts';
import { alert } from './schema.ts';

/** Alerts between the areas of a province as `cadence` leaves them for `api`, which may read no row. */
const areaAlerts = z.object({ alerts: z.array(z.object({ areas: z.array(z.string()), alert })) });

/** Where a province's alerts between areas lie in the reports bucket. */
export function areaAlertsKey(province: string): string {
  return `${reports.alerts}${province}.json`;
}

/** The alerts as the bytes of their object; the same alerts give the same bytes. */
export function encodeAreaAlerts(alerts: readonly AreaAlert[]): Uint8Array {
  return Buffer.from(`${JSON.stringify({ alerts })}\n`);
}

/** Reads the object back; throws when it is damaged (a fault of ours). */
export function decodeAreaAlerts(bytes: Uint8Array): readonly AreaAlert[] {
  return areaAlerts.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))).alerts;
}
