import type { UploadOrder } from '../../records/commands.ts';
import type { Upload } from '../../records/schema.ts';
import { readUpload, type UploadState, uploadState } from '../../records/uploads.ts';
import { orderBody } from '../http/bodies.ts';
import type { ApiDeps, Outcome, Route } from '../http/http.ts';
import { problem } from '../http/problem.ts';
import { readBody } from '../http/read-body.ts';
import { giveCommand } from './give-command.ts';
import { publishedBehind } from './uploads.ts';

/** States from which an order may be given; anything else is refused with the reason. */
const allowed: Readonly<Record<UploadOrder, readonly UploadState[]>> = {
  publish: ['staged'],
  confirm: ['staged'],
  withdraw: ['staged', 'published', 'expired'],
};

/** The same as states are called: `confirm` and `withdraw` are for what is held, too. */
const named: Readonly<Record<UploadOrder, readonly string[]>> = {
  publish: ['staged'],
  confirm: ['staged', 'held'],
  withdraw: ['staged', 'held', 'published', 'expired'],
};

/** Seconds after which an upload under way is worth asking for again. */
const retrySeconds = 2;

function orderRoute(kind: UploadOrder): Route {
  return {
    async answer(call) {
      const { deps, body, pathValue } = call;
      const record = await readUpload(deps.items, pathValue);
      if (!record) return problem('upload_not_found', pathValue);
      const read = readBody(body, orderBody);
      if ('problem' in read) return read.problem;
      const target = { area: record.area, location: `/v1/uploads/${record.id}` };
      const order = { kind, uploadId: record.id };
      return giveCommand(call, target, order, () => refuse(deps, record, kind));
    },
  };
}

async function refuse(deps: ApiDeps, record: Upload, kind: UploadOrder): Promise<Outcome | null> {
  const published = await publishedBehind(deps, [record]);
  const state = uploadState(record, published, deps.now());
  if (['received', 'reading', 'accepted'].includes(state)) {
    return problem('upload_not_settled', state, [], { 'retry-after': String(retrySeconds) });
  }
  if (state === 'expired' && kind !== 'withdraw') return problem('stage_expired', record.id);
  if (!allowed[kind].includes(state)) return problem('order_not_possible', state, named[kind]);
  // Staged once and held back since: what was staged is published, what is held waits for a confirmation.
  if (kind === 'publish' && record.state !== 'staged') return problem('needs_confirmation', record.id);
  return null;
}

/** `POST /v1/uploads/{id}/publish`: lets a staged upload speak. */
export const publishOrder = orderRoute('publish');

/** `POST /v1/uploads/{id}/confirm`: lets pass what is held back because it removes much (LARGE_REMOVAL). */
export const confirmOrder = orderRoute('confirm');

/** `POST /v1/uploads/{id}/withdraw`: the upload speaks no more, or never will. */
export const withdrawOrder = orderRoute('withdraw');
