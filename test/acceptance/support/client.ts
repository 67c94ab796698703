import { setTimeout as pause } from 'node:timers/promises';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';

const observation = z.object({
  indicator: z.string(),
  area: z.string(),
  period: z.string(),
  breakdown: z.record(z.string(), z.union([z.string(), z.number()])),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  status: z.string(),
  coverage: z.number(),
});
const answer = z.object({ snapshot: z.string(), asOf: z.string().nullable(), data: z.array(observation) });

const uploadShape = z.object({
  id: z.string(),
  key: z.string(),
  area: z.string(),
  state: z.string(),
  receivedAt: z.string(),
  parts: z.array(
    z.object({
      area: z.string(),
      dataset: z.string(),
      period: z.string(),
      rows: z.number(),
      accepted: z.number(),
      quarantined: z.number(),
      ignored: z.number(),
    }),
  ),
  findings: z.object({ error: z.number(), warning: z.number(), note: z.number() }),
});
const uploadsShape = z.object({ data: z.array(uploadShape), next: z.string().nullable() });
const findingsShape = z.object({
  findings: z.array(
    z.object({
      code: z.string(),
      severity: z.string(),
      message: z.object({ zh: z.string(), en: z.string() }),
    }),
  ),
});

/** Asked without a pause, Anju would answer this instead of reading files. */
const lookEveryMilliseconds = 20;

/** What a client of the endpoint does, and an S3 client beside it. */
export function clientOf({ url, s3Url }: { url: string; s3Url: string }) {
  const s3 = new S3Client({
    endpoint: s3Url,
    region: 'cn-northwest-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    forcePathStyle: true,
  });
  const json = async (path: string, headers: Record<string, string> = {}): Promise<unknown> =>
    (await fetch(`${url}${path}`, { headers })).json();
  const uploads = async (query = '') => uploadsShape.parse(await json(`/v1/uploads${query}`)).data;

  return {
    get: (path: string, headers: Record<string, string> = {}) => fetch(`${url}${path}`, { headers }),
    /** What `/v1/data` answers, to a principal such as `analyst@4312`. */
    data: async (query: string, principal = 'admin') =>
      answer.parse(await json(`/v1/data?${query}`, { 'x-anju-principal': principal })).data,
    uploads,
    findings: async (id: string) => findingsShape.parse(await json(`/v1/uploads/${id}`)).findings,
    put: (key: string, body: Uint8Array | string) =>
      s3.send(new PutObjectCommand({ Bucket: 'anju-43-inbox', Key: key, Body: body })),
    /** Waits until an upload of the key has come to an end; `count` uploads when it was put several times. */
    async settled(key: string, count = 1) {
      for (;;) {
        const found = await uploads(`?key=${encodeURIComponent(key)}`);
        const open = found.some((one) => ['received', 'reading', 'accepted'].includes(one.state));
        if (found.length >= count && !open) return found;
        await pause(lookEveryMilliseconds);
      }
    },
  };
}
