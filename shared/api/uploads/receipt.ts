import { contracts } from '../../datasets/contracts.ts';
import { findingMessage } from '../../messages/findings.ts';
import { receiptTexts } from '../../messages/receipt-texts.ts';
import { notRefused, type Refusal, refusalOf } from '../../messages/refusal-reasons.ts';
import { countFindings } from '../../normalise/finding-log.ts';
import { areaOf } from '../../programme/areas.ts';
import { readCommits } from '../../records/chain.ts';
import { atPeriod } from '../../records/keys.ts';
import type { Upload } from '../../records/schema.ts';
import { isHeld, isWaiting } from '../../records/staging.ts';
import { partState, readUpload, uploadState } from '../../records/uploads.ts';
import type { Published } from '../data/data-cells.ts';
import { entityTag } from '../http/etag.ts';
import type { ApiDeps, Outcome, Route, RouteCall } from '../http/http.ts';
import { jsonAnswer } from '../http/json-answer.ts';
import { problem } from '../http/problem.ts';
import { shanghaiTime } from '../query/shanghai-time.ts';
import { holdFinding } from './standing-findings.ts';
import { receivedAt } from './upload-diff.ts';
import { allFindings, publishedBehind, readFindings } from './uploads.ts';

/** Which upload a part replaced, by the commits it made: `<area> <dataset>@<period>` → id. */
async function replacedBy(deps: ApiDeps, { id, parts }: Upload): Promise<ReadonlyMap<string, string>> {
  const areas = [...new Set(parts.map((part) => part.area))];
  const chains = await Promise.all(areas.map((area) => readCommits(deps.items, area)));
  const own = chains.flat().filter(({ cause }) => cause.kind === 'publish' && cause.uploadId === id);
  return new Map(
    own.flatMap(({ area, changes }) =>
      changes.flatMap(({ entry, before }) =>
        before === null ? [] : [[`${area} ${entry}`, before] as const],
      ),
    ),
  );
}

/**
 * A receipt (回执) as data: what was sent, when, what became of it and what it replaced. Its findings are counted
 * now, as `/findings` lists them, and not only those of its reading, which lists of uploads tell.
 */
async function describeReceipt(deps: ApiDeps, record: Upload, published: Published) {
  const replaced = await replacedBy(deps, record);
  const earlier = await Promise.all([...new Set(replaced.values())].map((id) => readUpload(deps.items, id)));
  const orders = new Map(earlier.flatMap((one) => (one ? [[one.id, one.order] as const] : [])));
  const now = deps.now();
  const parts = record.parts.map((part) => {
    const before = replaced.get(`${part.area} ${atPeriod(part.dataset, part.period)}`);
    const { area, dataset, period, dataDate, rows, accepted, quarantined, ignored } = part;
    return {
      area,
      areaName: nameOf(area),
      dataset,
      datasetName: { zh: contracts[dataset].zh, en: contracts[dataset].en },
      period,
      dataDate,
      state: partState(record, part, published, now),
      rows,
      accepted,
      quarantined,
      ignored,
      replaced: before === undefined ? null : replacedUpload(before, orders.get(before)),
    };
  });
  return {
    uploadId: record.id,
    key: record.key,
    sha256: record.sha256,
    bytes: record.size,
    receivedAt: record.receivedAt,
    receivedAtShanghai: shanghaiTime(record.receivedAt),
    isCorrection: record.isCorrection ?? false,
    state: uploadState(record, published, now),
    quarantined: parts.reduce((sum, part) => sum + part.quarantined, 0),
    parts,
    findings: countFindings(await allFindings(deps, record, published)),
  };
}

function replacedUpload(uploadId: string, order: string | undefined) {
  const at = order === undefined ? null : receivedAt(order);
  return { uploadId, receivedAt: at, receivedAtShanghai: at && shanghaiTime(at) };
}

export type Receipt = Awaited<ReturnType<typeof describeReceipt>>;

function nameOf(code: string): { readonly zh: string; readonly en: string } {
  const area = areaOf(code);
  return { zh: area?.zh ?? code, en: area?.en ?? code };
}

/** An upload with its receipt. */
interface Told {
  readonly record: Upload;
  readonly receipt: Receipt;
}

async function receiptOf({ deps, pathValue }: RouteCall): Promise<Told | null> {
  const record = await readUpload(deps.items, pathValue);
  if (!record) return null;
  return { record, receipt: await describeReceipt(deps, record, await publishedBehind(deps, [record])) };
}

/** Why it, or a part of it, was rejected: in the text only, for whoever reads JSON has the findings. */
async function refusalFor({ deps }: RouteCall, { record, receipt }: Told): Promise<Refusal> {
  const states = [receipt.state, ...receipt.parts.map(({ state }) => state)];
  return states.includes('rejected') ? refusalOf(await readFindings(deps.reports, record)) : notRefused;
}

async function textAnswer(call: RouteCall, told: Told): Promise<Outcome> {
  const { language } = call;
  const { record, receipt } = told;
  const parts = receipt.parts.map((part, at) => {
    const own = record.parts[at];
    const waits = own !== undefined && isWaiting(record, own);
    const held = own && isHeld(record, own) ? holdFinding(record, own) : null;
    const heldBy = held && part.state === 'staged' ? findingMessage(held) : null;
    return { ...part, isHeld: held !== null, heldBy, neverSpoke: waits };
  });
  const text = receiptTexts[language]({ ...receipt, parts }, await refusalFor(call, told));
  return {
    kind: 'answer',
    contentType: 'text/plain; charset=utf-8',
    etag: entityTag({ query: '', content: [text], representation: 'text', language }),
    language,
    body: async () => text,
  };
}

/** `GET /v1/uploads/{id}/receipt`: as JSON, or as text for whoever asks for text. */
export const receipt: Route = {
  async answer(call) {
    const found = await receiptOf(call);
    if (!found) return problem('upload_not_found', call.pathValue);
    const wantsText = /^\s*text\/plain\b/i.test(call.headers.accept ?? '');
    if (wantsText) return textAnswer(call, found);
    return jsonAnswer(found.receipt);
  },
};

/** `GET /v1/uploads/{id}/receipt.txt`: the text to print and file. */
export const receiptText: Route = {
  async answer(call) {
    const found = await receiptOf(call);
    return found ? textAnswer(call, found) : problem('upload_not_found', call.pathValue);
  },
};
