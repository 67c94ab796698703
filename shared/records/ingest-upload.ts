import type { Contract } from '../datasets/contract.ts';
import type { DatasetId } from '../datasets/dataset-ids.ts';
import type { Finding } from '../normalise/finding.ts';
import { countFindings } from '../normalise/finding-log.ts';
import type { HeaderMappings } from '../normalise/mapping.ts';
import type { NormalisedFile, NormalisedPart } from '../normalise/part.ts';
import { shownKey } from '../normalise/shown-names.ts';
import { shanghaiDay } from '../programme/calendar.ts';
import type { Policy } from '../programme/policy.ts';
import { policyOf } from '../programme/province-policies.ts';
import { encodeTable, storeBatch } from './batches.ts';
import { changeUpload } from './change-upload.ts';
import type { PublishMessage } from './events.ts';
import { Fault } from './fault.ts';
import { batchId, sha256, uploadId, uploadOrder } from './ids.ts';
import { type InboxKey, parseInboxKey } from './inbox-key.ts';
import type { InboxObject } from './inbox-object.ts';
import { keys } from './keys.ts';
import type { Log } from './log.ts';
import { readMappings } from './mappings.ts';
import type { Item, Items, Now, Objects, Queue } from './ports.ts';
import { type Upload, type UploadPart, uploadPointer, upload as uploadSchema } from './schema.ts';
import { modeMetadata, namesCorrection } from './staging.ts';
import { encodeFindings, findingsKey } from './upload-findings.ts';

/** A file to be read and all that its reading depends on. */
export interface ReadRequest {
  readonly bytes: Uint8Array;
  readonly key: InboxKey;
  readonly policy: Policy;
  /** Day of the upload in Asia/Shanghai. */
  readonly uploadDay: string;
  /** Odd headers the key's area had confirmed when the file came. */
  readonly mappings?: HeaderMappings;
}

export interface IngestPorts {
  readonly province: string;
  readonly items: Items;
  readonly inbox: Objects;
  readonly reports: Objects;
  readonly publishQueue: Queue;
  readonly now: Now;
  readonly log: Log;
  /** Reads, recognises, normalises and checks; never throws for what a county sent. */
  readonly readFile: (request: ReadRequest) => Promise<NormalisedFile>;
  readonly contracts: Readonly<Record<DatasetId, Contract>>;
  readonly versions: { readonly normaliser: string; readonly tokenKey: string };
}

/**
 * Takes one put into the inbox to its end: read, normalised, stored as immutable batches, recorded, and the
 * publisher told. Doing it again changes nothing; it always ends by telling the publisher, also of an upload
 * it finds accepted or staged already, since it may have died before sending (design.md, Storage). An object
 * put with `anju-mode=stage` ends staged: the publisher then only shows what it would do.
 */
export async function ingestUpload(ports: IngestPorts, object: InboxObject): Promise<Upload> {
  const known = await receive(ports, object);
  if (!isOpen(known)) {
    await tellPublisher(ports, known);
    return known;
  }
  const reading = await changeUpload(ports, known, (record) =>
    isOpen(record) ? { ...record, state: 'reading' } : null,
  );
  const done = await read(ports, object, reading);
  ports.log.info('upload read', {
    upload: done.id,
    state: done.state,
    parts: done.parts.length,
    ...done.findings,
  });
  await tellPublisher(ports, done);
  return done;
}

/** Whether an upload is not read to its end; what is may only be changed by commands. */
function isOpen({ state }: Upload): boolean {
  return state === 'received' || state === 'reading';
}

/** Records the upload the first time it is met: the pointer by id first, then the upload. */
async function receive(ports: IngestPorts, object: InboxObject): Promise<Upload> {
  const id = uploadId(object.bucket, object.key, object.versionId);
  const order = uploadOrder(object.time, object.sequencer, object.versionId);
  const key = parseInboxKey(object.key, ports.province);
  const area = key?.area ?? ports.province;
  const fresh: Upload = {
    id,
    order,
    area,
    bucket: object.bucket,
    key: object.key,
    versionId: object.versionId,
    size: object.size,
    receivedAt: new Date(object.time).toISOString(),
    state: 'received',
    sha256: null,
    parts: [],
    sheets: [],
    findings: { error: 0, warning: 0, note: 0 },
    isCorrection: namesCorrection(key?.fileName ?? object.key),
    revision: 0,
  };
  const writtenAt = ports.now().toISOString();
  const place = await pointTo(ports, {
    ...keys.uploadPointer(id),
    body: JSON.stringify({ area, order }),
    writtenAt,
  });
  const record = { ...fresh, ...place };
  const itemKey = keys.upload(place.area, place.order, id);
  const item = { ...itemKey, body: JSON.stringify(record), generation: 0, writtenAt };
  if (await ports.items.put(item, { absent: true })) return record;
  const stored = await ports.items.get(itemKey);
  if (!stored?.body) throw new Fault('content_missing', `upload ${id}`);
  return uploadSchema.parse(JSON.parse(stored.body));
}

/**
 * Writes the pointer of an upload, or reads the one that stands: the first event of an object's version
 * gives its order, and one that comes again with another time changes nothing.
 */
async function pointTo(ports: IngestPorts, pointer: Item): Promise<{ area: string; order: string }> {
  const isFirst = await ports.items.put(pointer, { absent: true });
  const standing = isFirst ? pointer : await ports.items.get(pointer);
  if (!standing?.body) throw new Fault('content_missing', `${pointer.pk}`);
  return uploadPointer.parse(JSON.parse(standing.body));
}

async function read(ports: IngestPorts, object: InboxObject, record: Upload): Promise<Upload> {
  const key = parseInboxKey(object.key, ports.province);
  if (!key) return reject(ports, record, refusal('key_not_understood', { found: shownKey(object.key) }));
  const uploadDay = shanghaiDay(new Date(object.time));
  const policy = policyOf(ports.province, uploadDay);
  const { maxBytes } = policy.files;
  if (object.size > maxBytes) {
    return reject(ports, record, refusal('too_large', { found: object.size, limit: maxBytes }));
  }
  const stored = await ports.inbox.get(object.key, object.versionId);
  if (!stored) return reject(ports, record, refusal('object_gone', {}));
  const mappings = await readMappings(ports.items, key.area, record.receivedAt);
  const file = await ports.readFile({ bytes: stored.bytes, key, policy, uploadDay, mappings });
  const digest = sha256(stored.bytes);
  const parts = await Promise.all(file.parts.map((part) => storePart(ports, digest, policy, mappings, part)));
  const isStage = stored.metadata[modeMetadata.name] === modeMetadata.stage;
  const whole = isStage ? 'staged' : 'accepted';
  const state = parts.some((part) => part.batch !== null) ? whole : 'rejected';
  return finish(
    ports,
    { ...record, state, sha256: digest, parts, sheets: [...file.sheets], columns: columnsOf(file) },
    file.findings,
  );
}

/** As the record keeps it. */
function columnsOf({ columns }: NormalisedFile): Upload['columns'] {
  return columns.map(({ dataset, sheets, fields }) => ({
    dataset,
    sheets: [...sheets],
    fields: Object.fromEntries(Object.entries(fields).map(([name, all]) => [name, [...all]])),
  }));
}

function refusal(code: string, params: Finding['params']): Finding {
  return { code, severity: 'error', sheet: null, cell: null, row: null, field: null, dataset: null, params };
}

function reject(ports: IngestPorts, record: Upload, finding: Finding): Promise<Upload> {
  return finish(ports, { ...record, state: 'rejected' }, [finding]);
}

async function storePart(
  ports: IngestPorts,
  digest: string,
  policy: Policy,
  mappings: HeaderMappings,
  part: NormalisedPart,
): Promise<UploadPart> {
  const { rows, accepted, quarantined, ignored } = part.counts;
  if (rows !== accepted + quarantined + ignored)
    throw new Fault('not_conserved', `${part.dataset}@${part.period}`);
  const base = { area: part.area, dataset: part.dataset, period: part.period, dataDate: part.dataDate };
  const counts = { rows, accepted, quarantined, ignored };
  if (!part.accepted) return { ...base, ...counts, batch: null };
  const bytes = encodeTable(part.table);
  const id = batchId({
    sha256: digest,
    content: `${part.dataDate} ${sha256(bytes)}`,
    area: part.area,
    dataset: part.dataset,
    period: part.period,
    versions: {
      contract: ports.contracts[part.dataset].version,
      normaliser: ports.versions.normaliser,
      mapping: mappings[part.dataset]?.version ?? '0',
      acceptance: policy.acceptanceVersion,
      tokenKey: ports.versions.tokenKey,
    },
  });
  await storeBatch(ports.items, id, part, bytes, ports.now().toISOString());
  return { ...base, ...counts, batch: id };
}

/** Details first, then the record that says they are there; an upload another reader ended stays as it is. */
async function finish(ports: IngestPorts, done: Upload, findings: readonly Finding[]): Promise<Upload> {
  await ports.reports.put(findingsKey(done.area, done.id), encodeFindings(findings), 'application/json');
  return changeUpload(ports, done, (record) =>
    isOpen(record) || record === done ? { ...done, findings: countFindings(findings) } : null,
  );
}

/** A staged upload is looked at, an accepted one published; of a rejected one there is nothing to tell. */
async function tellPublisher(ports: IngestPorts, { id, state }: Upload): Promise<void> {
  if (state === 'rejected') return;
  const kind = state === 'staged' ? 'preview' : 'publish';
  await ports.publishQueue.send(JSON.stringify({ kind, uploadId: id } satisfies PublishMessage));
}
