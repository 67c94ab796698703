import { describe, expect, it } from 'vitest';
import { type IngestPorts, ingestUpload } from '../../shared/records/ingest-upload.ts';
import { storeMapping } from '../../shared/records/mappings.ts';
import { decodeFindings, findingsKey } from '../../shared/records/upload-findings.ts';
import { listUploads, readUpload } from '../../shared/records/uploads.ts';
import { memoryItems } from '../support/memory-items.ts';
import { memoryObjects } from '../support/memory-objects.ts';
import { stoppedClock } from './support/harness.ts';
import { type Disk, ingestPorts, putEvent, readRows } from './support/pipeline.ts';

const everything = { scope: '43', area: null, key: null, before: null, limit: 10 };

async function inboxWith(name: string, text: string) {
  const messages: string[] = [];
  const inbox = memoryObjects();
  await inbox.put(`431222/2017-04-X3/${name}.xlsx`, Buffer.from(text), 'text/plain');
  const publishQueue = { send: async (body: string) => void messages.push(body) };
  const disk: Disk = { items: memoryItems(), inbox, reports: memoryObjects(), publishQueue };
  return { disk, messages };
}

/** The same object put anew at a minute. */
function putEventAs(name: string, minute: number) {
  return { ...putEvent(name, minute), versionId: `${name}-${minute}` };
}

describe('ingesting an upload', () => {
  it('stores the batch, records the counts and tells the publisher', async () => {
    const { disk, messages } = await inboxWith('a', '3');
    const { id } = await ingestUpload(ingestPorts(disk), putEvent('a', 1));
    const upload = await readUpload(disk.items, id);
    expect(upload).toMatchObject({
      state: 'accepted',
      parts: [{ rows: 3, accepted: 3, quarantined: 0, ignored: 0 }],
    });
    expect(messages).toEqual([JSON.stringify({ kind: 'publish', uploadId: id })]);
  });

  it('tells the publisher again when it finds the upload accepted, and reads nothing twice', async () => {
    const { disk, messages } = await inboxWith('a', '3');
    const first = await ingestUpload(ingestPorts(disk), putEvent('a', 1));
    const second = await ingestUpload(ingestPorts(disk), putEvent('a', 1));
    expect(second).toEqual(first);
    expect(messages).toHaveLength(2);
  });

  it('keeps one record of a version whose event comes again with another time', async () => {
    const { disk } = await inboxWith('a', '3');
    const first = await ingestUpload(ingestPorts(disk), putEvent('a', 1));
    const late = { ...putEvent('a', 1), time: '2017-04-22T09:00:00.000Z', sequencer: 'ff' };
    expect(await ingestUpload(ingestPorts(disk), late)).toEqual(first);
    expect(await listUploads(disk.items, everything)).toHaveLength(1);
  });

  it('gives rows that differ another batch, although the bytes are the same', async () => {
    const { disk } = await inboxWith('a', '3');
    const fewer = { ...ingestPorts(disk), readFile: async () => readRows(2) };
    const first = await ingestUpload(ingestPorts(disk), putEvent('a', 1));
    const again = await ingestUpload(fewer, { ...putEvent('a', 2), versionId: 'v2' });
    expect(again.sha256).toBe(first.sha256);
    expect(again.parts[0]?.batch).not.toBe(first.parts[0]?.batch);
  });

  it('reads by the mappings its area had confirmed when it was put, and makes another batch by them', async () => {
    const { disk } = await inboxWith('a', '3');
    const given = { area: '431222', dataset: 'projects', headers: { 搬家户: 'occupiedHouseholds' } } as const;
    const read: unknown[] = [];
    const readFile: IngestPorts['readFile'] = (request) => {
      read.push(request.mappings);
      return ingestPorts(disk).readFile(request);
    };
    const batches: (string | null | undefined)[] = [];
    const commandsAt = ['2017-04-22T00:05:00.000Z', '2017-04-22T00:02:00.000Z', null];
    for (const [minute, at] of commandsAt.entries()) {
      const upload = await ingestUpload({ ...ingestPorts(disk), readFile }, putEventAs('a', minute + 1));
      batches.push(upload.parts[0]?.batch);
      if (at) await storeMapping({ items: disk.items, now: stoppedClock }, { ...given, at });
    }
    expect(read).toEqual([{}, {}, { projects: { version: expect.any(String), headers: given.headers } }]);
    expect(batches[1]).toBe(batches[0]);
    expect(batches[2]).not.toBe(batches[0]);
  });

  it('rejects what cannot be read, with the finding in the reports and no message', async () => {
    const { disk, messages } = await inboxWith('a', 'x');
    const upload = await ingestUpload(ingestPorts(disk), putEvent('a', 1));
    expect(upload).toMatchObject({ state: 'rejected', findings: { error: 1, warning: 0, note: 0 } });
    const report = await disk.reports.get(findingsKey(upload.area, upload.id));
    expect(decodeFindings(report?.bytes ?? new Uint8Array())).toMatchObject([{ code: 'not_a_workbook' }]);
    expect(messages).toEqual([]);
  });

  it.each([
    ['a key that names no area', { key: 'readme/file.xlsx' }, 'key_not_understood'],
    ['an area of another province', { key: '110101/2017-04/file.xlsx' }, 'key_not_understood'],
    ['a mistyped period', { key: '431222/2017-13/file.xlsx' }, 'key_not_understood'],
    ['a file over the limit', { size: 64 * 1024 * 1024 + 1 }, 'too_large'],
    ['an object that is gone', { key: '431222/2017-04/gone.xlsx' }, 'object_gone'],
  ])('rejects %s', async (_, change, code) => {
    const { disk } = await inboxWith('a', '3');
    const upload = await ingestUpload(ingestPorts(disk), { ...putEvent('a', 1), ...change });
    const report = await disk.reports.get(findingsKey(upload.area, upload.id));
    expect(upload.state).toBe('rejected');
    expect(decodeFindings(report?.bytes ?? new Uint8Array())).toMatchObject([{ code }]);
  });
});
