import { table } from 'arquero';
import { contracts } from '../../../shared/datasets/contracts.ts';
import type { NormalisedFile } from '../../../shared/normalise/part.ts';
import { parsePublishMessage } from '../../../shared/records/events.ts';
import type { InboxObject } from '../../../shared/records/inbox-object.ts';
import { type IngestPorts, ingestUpload } from '../../../shared/records/ingest-upload.ts';
import type { Items, Objects, Queue } from '../../../shared/records/ports.ts';
import { workMessage } from '../../../shared/records/work-message.ts';
import { county, publishPorts, stoppedClock } from './harness.ts';

/** Everything that outlives a process: table, buckets, the messages of the publish queue. */
export interface Disk {
  readonly items: Items;
  readonly inbox: Objects;
  readonly reports: Objects;
  readonly publishQueue: Queue;
}

/** A put into the inbox; the file's text is its number of rows, `x` a file that cannot be read. */
export function putEvent(name: string, minute: number): InboxObject {
  const time = new Date(Date.UTC(2017, 3, 22, 0, minute)).toISOString();
  const key = `${county}/2017-04-X3/${name}.xlsx`;
  return { bucket: 'anju-43-inbox', key, versionId: name, size: 1, time, sequencer: minute.toString(16) };
}

/** Reads the toy file: as many rows as its text says. */
async function readFile({ bytes }: { bytes: Uint8Array }): Promise<NormalisedFile> {
  const rows = Number(Buffer.from(bytes).toString());
  if (!Number.isInteger(rows)) {
    const place = { sheet: null, cell: null, row: null, field: null, dataset: null };
    return {
      parts: [],
      sheets: [],
      columns: [],
      findings: [{ code: 'not_a_workbook', severity: 'error', ...place, params: {} }],
    };
  }
  return readRows(rows);
}

/** What the toy file of so many rows comes to. */
export function readRows(rows: number): NormalisedFile {
  const counts = { rows, accepted: rows, quarantined: 0, ignored: 0 };
  const rowNumbers = table({ sourceRow: Array.from({ length: rows }, (_, row) => row) });
  const part = { area: county, dataset: 'projects', period: '2017-04-X3', dataDate: '2017-04-21' } as const;
  return {
    parts: [{ ...part, counts, accepted: true, table: rowNumbers }],
    findings: [],
    sheets: ['Sheet1'],
    columns: [],
  };
}

export function ingestPorts(disk: Disk): IngestPorts {
  const silent = () => undefined;
  return {
    ...disk,
    province: '43',
    now: stoppedClock,
    log: { info: silent, warn: silent, error: silent },
    readFile,
    contracts,
    versions: { normaliser: '1', tokenKey: '1' },
  };
}

/** Ingests an event and works off the messages it led to, as a process does that is not disturbed. */
export async function runToEnd(disk: Disk, event: InboxObject, messages: string[]): Promise<void> {
  await ingestUpload(ingestPorts(disk), event);
  while (messages.length > 0) {
    const message = parsePublishMessage(messages[0] ?? '');
    if (message) await workMessage(publishPorts(disk.items, disk.reports), message);
    messages.shift();
  }
}
