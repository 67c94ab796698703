import * as z from 'zod';
import { objectCreated } from '../contract.ts';
import type { InboxObject } from './inbox-object.ts';

const event = z.object({
  source: z.literal(objectCreated.source),
  'detail-type': z.literal(objectCreated.detailType),
  time: z.string(),
  detail: z.object({
    bucket: z.object({ name: z.string() }),
    object: z.object({
      key: z.string(),
      size: z.number().optional(),
      'version-id': z.string().optional(),
      sequencer: z.string(),
    }),
  }),
});

/**
 * Reads an `Object Created` event as EventBridge writes it (keys are not URL-encoded there). Anything else
 * on the queue, such as S3's test event, is `null` and nothing to do.
 */
export function parseObjectCreated(body: string): InboxObject | null {
  const parsed = event.safeParse(parseJson(body));
  if (!parsed.success) return null;
  const { bucket, object } = parsed.data.detail;
  if (object.key.endsWith('/')) return null;
  return {
    bucket: bucket.name,
    key: object.key,
    versionId: object['version-id'] ?? 'null',
    size: object.size ?? 0,
    time: parsed.data.time,
    sequencer: object.sequencer,
  };
}

const publishMessage = z.union([
  z.object({ kind: z.enum(['publish', 'preview']), uploadId: z.string() }),
  z.object({ kind: z.literal('command'), key: z.string() }),
  z.object({ kind: z.literal('recompute'), area: z.string(), year: z.int(), from: z.string() }),
]);

/**
 * What the publish queue carries: an upload that was read, to be published or only looked at, a command by the
 * key of its object, and a county-year to be computed anew.
 */
export type PublishMessage = z.infer<typeof publishMessage>;

/** Reads a message of the publish queue; `null` when it is none. */
export function parsePublishMessage(body: string): PublishMessage | null {
  const parsed = publishMessage.safeParse(parseJson(body));
  return parsed.success ? parsed.data : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
