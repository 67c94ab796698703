import type { Command } from '../../../shared/records/commands.ts';
import { commandId, commandKey, recordCommand, type UploadOrder } from '../../../shared/records/commands.ts';
import type { PublishMessage } from '../../../shared/records/events.ts';
import { uploadId } from '../../../shared/records/ids.ts';
import { ingestUpload } from '../../../shared/records/ingest-upload.ts';
import type { Objects } from '../../../shared/records/ports.ts';
import { newReadCache, readPublished } from '../../../shared/records/read-published.ts';
import type { Upload } from '../../../shared/records/schema.ts';
import { readUpload, type UploadState, uploadState } from '../../../shared/records/uploads.ts';
import { workMessage } from '../../../shared/records/work-message.ts';
import { type MemoryItems, memoryItems } from '../../support/memory-items.ts';
import { memoryObjects } from '../../support/memory-objects.ts';
import { county, publishPorts, stoppedClock } from './harness.ts';
import { readKeyed } from './keyed.ts';
import { type Disk, ingestPorts, putEvent } from './pipeline.ts';

/** A county office at work: puts files, gives orders, and looks what became of them. */
export interface Office {
  readonly disk: Disk & { readonly items: MemoryItems };
  /** Puts a toy file and lets everything run to its end; gives the upload's id. */
  put(name: string, minute: number, text: string, mode?: 'stage'): Promise<string>;
  /** Puts a toy file and lets it be read; the publisher is not told. */
  receive(name: string, minute: number, text: string, mode?: 'stage'): Promise<string>;
  /** Delivers the event of a file again. */
  again(name: string, minute: number): Promise<void>;
  /** Writes a command down without telling anybody. */
  record(kind: UploadOrder, id: string): Promise<Command>;
  /** Gives an order and lets it be obeyed. */
  order(kind: UploadOrder, id: string): Promise<void>;
  send(message: PublishMessage): Promise<void>;
  idOf(name: string): string;
  upload(id: string): Promise<Upload>;
  stateOf(id: string, at?: Date): Promise<UploadState>;
}

/** Opens an office over an empty table, or over buckets that outlived one. */
export function openOffice(kept: { readonly inbox?: Objects; readonly reports?: Objects } = {}): Office {
  const messages: string[] = [];
  const contents = new Map<string, { bytes: Uint8Array; metadata: Record<string, string> }>();
  const memory = memoryObjects();
  const inbox: Objects = kept.inbox ?? {
    ...memory,
    get: async (key) => contents.get(key) ?? null,
  };
  const disk = {
    items: memoryItems(),
    inbox,
    reports: kept.reports ?? memoryObjects(),
    publishQueue: { send: async (body: string) => void messages.push(body) },
  };
  const idOf = (name: string) => {
    const { bucket, key, versionId } = putEvent(name, 0);
    return uploadId(bucket, key, versionId);
  };
  const ports = () => publishPorts(disk.items, disk.reports);
  const drain = async () => {
    for (const body of messages.splice(0)) await workMessage(ports(), JSON.parse(body));
  };
  const read = (name: string, minute: number) =>
    ingestUpload({ ...ingestPorts(disk), readFile: readKeyed }, putEvent(name, minute));
  const place = (name: string, text: string, mode: 'stage' | undefined) => {
    const metadata: Record<string, string> = mode ? { 'anju-mode': mode } : {};
    contents.set(putEvent(name, 0).key, { bytes: Buffer.from(text), metadata });
  };
  const ingest = async (name: string, minute: number) => {
    await read(name, minute);
    await drain();
  };
  const upload = async (id: string) => {
    const found = await readUpload(disk.items, id);
    if (!found) throw new Error(`no upload ${id}`);
    return found;
  };
  const record = async (kind: UploadOrder, id: string) => {
    const order = { kind, uploadId: id };
    const given = {
      ...order,
      area: county,
      id: commandId(county, order, null, ''),
      at: '2017-04-23T01:00:00.000Z',
      by: null,
    };
    const recorded = await recordCommand(disk.reports, given);
    if (!recorded) throw new Error('another command has this id');
    return recorded.command;
  };
  const send = (message: PublishMessage) => workMessage(ports(), message).then(() => undefined);
  return {
    disk,
    idOf,
    upload,
    record,
    send,
    async put(name, minute, text, mode) {
      place(name, text, mode);
      await ingest(name, minute);
      return idOf(name);
    },
    async receive(name, minute, text, mode) {
      place(name, text, mode);
      await read(name, minute);
      messages.splice(0);
      return idOf(name);
    },
    again: ingest,
    async order(kind, id) {
      const { area, id: command } = await record(kind, id);
      await send({ kind: 'command', key: commandKey(area, command) });
    },
    async stateOf(id, at = stoppedClock()) {
      const published = await readPublished(disk.items, newReadCache(), [county]);
      return uploadState(await upload(id), published, at);
    },
  };
}
