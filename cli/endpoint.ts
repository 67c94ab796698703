import * as z from 'zod';
import { cliTexts } from '../shared/messages/cli-texts.ts';
import type { Language } from '../shared/text/languages.ts';
import { CannotRun } from './exit-code.ts';

const bilingual = z.object({ zh: z.string(), en: z.string() });
const upload = z.object({
  id: z.string(),
  state: z.string(),
  findings: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(['error', 'warning', 'note']),
      sheet: z.string().nullable(),
      cell: z.string().nullable(),
      row: z.number().nullable(),
      message: bilingual,
    }),
  ),
});
export type UploadAnswer = z.infer<typeof upload>;

const problem = z.object({ code: z.string(), message: bilingual });

const figure = z.object({ value: z.number().nullable(), status: z.string() }).nullable();
const diff = z.object({
  parts: z.array(
    z.object({
      area: z.string(),
      dataset: z.string(),
      period: z.string(),
      outcome: z.string(),
      rows: z.object({ added: z.int(), changed: z.int(), removed: z.int(), unchanged: z.int() }),
    }),
  ),
  indicators: z.array(
    z.object({
      area: z.string(),
      indicator: z.string(),
      period: z.string(),
      parameters: z.record(z.string(), z.union([z.string(), z.number()])),
      unit: z.string(),
      before: figure,
      after: figure,
    }),
  ),
});
export type DiffAnswer = z.infer<typeof diff>;

/** What the commands ask of the HTTP API. */
export interface ApiEndpoint {
  /** One upload; `null` while nobody has met it yet. */
  upload(id: string): Promise<UploadAnswer | null>;
  receipt(id: string): Promise<string>;
  diff(id: string): Promise<DiffAnswer | null>;
  /** Gives an order; throws {@link CannotRun} with the endpoint's own words when it is refused. */
  order(id: string, order: string): Promise<void>;
  /** Has everything from a period on computed anew; gives how many county-years that is. */
  recompute(from: string): Promise<number>;
}

const recomputed = z.object({ queued: z.int() });

export function apiEndpoint(url: string, language: Language): ApiEndpoint {
  const ask = async (path: string, init: RequestInit = {}) => {
    try {
      const headers = { 'accept-language': language, ...init.headers };
      return await fetch(`${url}${path}`, { ...init, headers });
    } catch (error) {
      throw new CannotRun(cliTexts[language].unreachable(url), { cause: error });
    }
  };
  const refuse = async (response: Response): Promise<never> => {
    const read = problem.safeParse(await response.json().catch(() => null));
    throw new CannotRun(read.success ? read.data.message[language] : `${url}: HTTP ${response.status}`);
  };
  const read = async <Shape>(path: string, shape: z.ZodType<Shape>): Promise<Shape | null> => {
    const response = await ask(path);
    if (response.status === 404) return null;
    return response.ok ? shape.parse(await response.json()) : refuse(response);
  };
  const send = async (path: string, document: unknown): Promise<Response> => {
    const headers = { 'content-type': 'application/json' };
    const response = await ask(path, { method: 'POST', headers, body: JSON.stringify(document) });
    return response.status === 202 ? response : refuse(response);
  };
  const pathOf = (id: string) => `/v1/uploads/${encodeURIComponent(id)}`;
  return {
    upload: (id) => read(pathOf(id), upload),
    diff: (id) => read(`${pathOf(id)}/diff`, diff),
    async receipt(id) {
      const response = await ask(`${pathOf(id)}/receipt.txt`);
      return response.ok ? response.text() : refuse(response);
    },
    async order(id, order) {
      await send(`${pathOf(id)}/${order}`, {});
    },
    async recompute(from) {
      const response = await send('/v1/recompute', { from });
      return recomputed.parse(await response.json()).queued;
    },
  };
}
