import { describe, expect, it } from 'vitest';
import { isAudited } from '../../shared/access/actions.ts';
import type { AuditRecord } from '../../shared/access/audit.ts';
import { auditKey, decodeAuditRecord, objectAuditTrail } from '../../shared/records/audit-trail.ts';
import { memoryObjects } from '../support/memory-objects.ts';

const entry: AuditRecord = {
  at: '2017-05-01T16:30:00.000Z',
  requestId: 'JKJaX/GwLv=',
  caller: 'arn:aws-cn:sts::123456789012:assumed-role/anju-43-auditor-4312/li',
  principal: { role: 'auditor', area: '4312' },
  route: 'rows',
  action: 'read_rows',
  areas: ['431224'],
  indicators: [],
  uploadId: null,
  status: 200,
  details: { dataset: 'persons', rows: 12 },
};

describe('the audit trail', () => {
  it('keeps one object a request, below its day in China', async () => {
    const objects = memoryObjects();
    await objectAuditTrail(objects).record(entry);
    const key = 'audit/2017-05-02/2017-05-01T16:30:00.000Z~JKJaX%2FGwLv%3D.json';
    expect([...objects.all.keys()]).toEqual([key]);
    expect(auditKey(entry)).toBe(key);
    expect(decodeAuditRecord((await objects.get(key))?.bytes ?? new Uint8Array())).toEqual(entry);
  });

  it('is told of a request that could not be stored', async () => {
    const failing = { ...memoryObjects(), put: () => Promise.reject(new Error('no bucket')) };
    await expect(objectAuditTrail(failing).record(entry)).rejects.toThrow('no bucket');
  });

  it.each([
    ['a command room’s every answer', 'dispatcher', 'read_figures', true],
    ['its catalogue too', 'dispatcher', 'read_reference', true],
    ['an auditor’s rows', 'auditor', 'read_rows', true],
    ['an administrator’s rows', 'admin', 'read_rows', true],
    ['rows behind a figure, shown to an auditor', 'auditor', 'explain_figures', true],
    ['rows behind a figure, shown to an administrator', 'admin', 'explain_figures', true],
    ['a county’s own rows behind a figure', 'county', 'explain_figures', false],
    ['uploads behind a figure, told to an analyst', 'analyst', 'explain_figures', false],
    ['a copy that shows identities', 'county', 'read_own_copy', true],
    ['an analyst’s figures', 'analyst', 'read_figures', false],
    ['a county’s own findings', 'county', 'read_upload', false],
  ] as const)('is kept of %s: %s %s %s', (_, role, action, audited) => {
    expect(isAudited(role, action)).toBe(audited);
  });
});
