import type { Contract } from '../datasets/contract.ts';
import type { DatasetId } from '../datasets/dataset-ids.ts';
import type { Finding } from '../normalise/finding.ts';
import { countFindings } from '../normalise/finding-log.ts';
import type { NormalisedFile, NormalisedPart } from '../normalise/part.ts';
import { shanghaiDay } from '../programme/calendar.ts';
import { type Policy, policyOn } from '../programme/policy.ts';
import { storeBatch } from './batches.ts';
import { Fault } from './fault.ts';
import { batchId, sha256, uploadId, uploadOrder } from './ids.ts';
import { type InboxKey, parseInboxKey } from './inbox-key.ts';
import { keys } from './keys.ts';
import type { Log } from './log.ts';
import type { Items, Now, Objects, Queue } from './ports.ts';
import { type Upload, type UploadPart, upload as uploadSchema } from './schema.ts';
import { encodeFindings, findingsKey } from './upload-findings.ts';

/** What is known of a put into the inbox, from its event. */
export interface InboxObject {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string;
  readonly size: number;
  readonly time: string;
  readonly sequencer: string;
}

/** A file to be read and all that its reading depends on. */
export interface ReadRequest {
  readonly bytes: Uint8Array;
  readonly key: InboxKey;
  readonly policy: Policy;
  /** Day of the upload in Asia/Shanghai. */
  readonly uploadDay: string;
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
  readonly maxBytes: number;
}

/** The message that tells the publisher of an accepted upload. */
export interface PublishMessage {
  readonly kind: 'publish' | 'withdraw';
  readonly uploadId: string;
}

/**
 * Takes one put into the inbox to its end: read, normalised, stored as immutable batches, recorded, and the
 * publisher told. Doing it again changes nothing; it always ends by telling the publisher, also of an upload
 * it finds accepted already, since it may have died before sending (design.md, Storage).
 */
export async function ingestUpload(ports: IngestPorts, object: InboxObject): Promise<Upload> {
  const known = await receive(ports, object);
  if (known.state === 'accepted') await tellPublisher(ports, known);
  if (known.state === 'accepted' || known.state === 'rejected') return known;
  await save(ports, { ...known, state: 'reading' });
  const done = await read(ports, object, known);
  ports.log.info('upload read', {
    upload: done.id,
    state: done.state,
    parts: done.parts.length,
    ...done.findings,
  });
  if (done.state === 'accepted') await tellPublisher(ports, done);
  return done;
}

/** Records the upload the first time it is met: the pointer by id first, then the upload. */
async function receive(ports: IngestPorts, object: InboxObject): Promise<Upload> {
  const id = uploadId(object.bucket, object.key, object.versionId);
  const order = uploadOrder(object.time, object.sequencer, object.versionId);
  const area = parseInboxKey(object.key, ports.province)?.area ?? ports.province;
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
  };
  const writtenAt = ports.now().toISOString();
  const pointer = JSON.stringify({ area, order });
  await ports.items.put({ ...keys.uploadPointer(id), body: pointer, writtenAt }, { absent: true });
  const item = { ...keys.upload(area, order, id), body: JSON.stringify(fresh), writtenAt };
  if (await ports.items.put(item, { absent: true })) return fresh;
  const stored = await ports.items.get(keys.upload(area, order, id));
  if (!stored?.body) throw new Fault('content_missing', `upload ${id}`);
  return uploadSchema.parse(JSON.parse(stored.body));
}

async function save(ports: IngestPorts, record: Upload): Promise<void> {
  const writtenAt = ports.now().toISOString();
  await ports.items.put({
    ...keys.upload(record.area, record.order, record.id),
    body: JSON.stringify(record),
    writtenAt,
  });
}

async function read(ports: IngestPorts, object: InboxObject, record: Upload): Promise<Upload> {
  const key = parseInboxKey(object.key, ports.province);
  if (!key) return reject(ports, record, refusal('key_not_understood', { found: object.key }));
  if (object.size > ports.maxBytes) {
    return reject(ports, record, refusal('too_large', { found: object.size, limit: ports.maxBytes }));
  }
  const stored = await ports.inbox.get(object.key, object.versionId);
  if (!stored) return reject(ports, record, refusal('object_gone', {}));
  const uploadDay = shanghaiDay(new Date(object.time));
  const policy = policyOn(uploadDay);
  const file = await ports.readFile({ bytes: stored.bytes, key, policy, uploadDay });
  const digest = sha256(stored.bytes);
  const parts = await Promise.all(file.parts.map((part) => storePart(ports, digest, policy, part)));
  const accepted = parts.some((part) => part.batch !== null);
  return finish(
    ports,
    { ...record, sha256: digest, parts, sheets: [...file.sheets] },
    file.findings,
    accepted,
  );
}

function refusal(code: string, params: Finding['params']): Finding {
  return { code, severity: 'error', sheet: null, cell: null, row: null, field: null, dataset: null, params };
}

function reject(ports: IngestPorts, record: Upload, finding: Finding): Promise<Upload> {
  return finish(ports, record, [finding], false);
}

async function storePart(
  ports: IngestPorts,
  digest: string,
  policy: Policy,
  part: NormalisedPart,
): Promise<UploadPart> {
  const { rows, accepted, quarantined, ignored } = part.counts;
  if (rows !== accepted + quarantined + ignored)
    throw new Fault('not_conserved', `${part.dataset}@${part.period}`);
  const base = { area: part.area, dataset: part.dataset, period: part.period, dataDate: part.dataDate };
  const counts = { rows, accepted, quarantined, ignored };
  if (!part.accepted) return { ...base, ...counts, batch: null };
  const id = batchId({
    sha256: digest,
    area: part.area,
    dataset: part.dataset,
    period: part.period,
    versions: {
      contract: ports.contracts[part.dataset].version,
      normaliser: ports.versions.normaliser,
      mapping: '0',
      acceptance: policy.acceptanceVersion,
      tokenKey: ports.versions.tokenKey,
    },
  });
  await storeBatch(ports.items, id, part, ports.now().toISOString());
  return { ...base, ...counts, batch: id };
}

/** Details first, then the record that says they are there. */
async function finish(
  ports: IngestPorts,
  record: Upload,
  findings: readonly Finding[],
  accepted: boolean,
): Promise<Upload> {
  await ports.reports.put(findingsKey(record.area, record.id), encodeFindings(findings), 'application/json');
  const done: Upload = {
    ...record,
    state: accepted ? 'accepted' : 'rejected',
    findings: countFindings(findings),
  };
  await save(ports, done);
  return done;
}

function tellPublisher(ports: IngestPorts, record: Upload): Promise<void> {
  return ports.publishQueue.send(
    JSON.stringify({ kind: 'publish', uploadId: record.id } satisfies PublishMessage),
  );
}
