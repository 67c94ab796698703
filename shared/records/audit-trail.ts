import * as z from 'zod';
import { type Action, isAction } from '../access/actions.ts';
import type { AuditRecord, AuditTrail } from '../access/audit.ts';
import { isRole, type Role } from '../access/roles.ts';
import { reports } from '../contract.ts';
import { shanghaiDay } from '../programme/calendar.ts';
import type { Objects } from './ports.ts';

/**
 * Records as objects of the reports bucket, one a request, by day. Append-only: the key is the instant and the
 * request's own id, whoever answers may put and neither read nor delete below the prefix (infra/access.ts), and
 * the bucket keeps every version of what would be written over.
 */
export function objectAuditTrail(objects: Objects): AuditTrail {
  return {
    async record(entry) {
      await objects.put(auditKey(entry), Buffer.from(`${JSON.stringify(entry)}\n`), 'application/json');
    },
  };
}

/** Where a record lies: below its day in Asia/Shanghai, in order of time. */
export function auditKey({ at, requestId }: Pick<AuditRecord, 'at' | 'requestId'>): string {
  return `${reports.audit}${shanghaiDay(new Date(at))}/${at}~${encodeURIComponent(requestId)}.json`;
}

const auditRecord = z.object({
  at: z.string(),
  requestId: z.string(),
  caller: z.string().nullable(),
  principal: z.object({ role: z.custom<Role>((word) => isRole(String(word))), area: z.string() }),
  route: z.string(),
  action: z.custom<Action>((word) => isAction(String(word))),
  areas: z.array(z.string()),
  indicators: z.array(z.string()),
  uploadId: z.string().nullable(),
  status: z.number(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** Reads a record back; throws when it is damaged (a fault of ours). */
export function decodeAuditRecord(bytes: Uint8Array): AuditRecord {
  return auditRecord.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
}
