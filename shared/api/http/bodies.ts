import * as z from 'zod';
import type { Bilingual } from '../../text/languages.ts';

/** What may be sent with a write, as JSON. By it a body is read, and by it the OpenAPI document is written. */
export interface RequestBody<Shape> {
  readonly schema: z.ZodType<Shape>;
  readonly example: Shape;
  readonly meaning: Bilingual;
}

/** An order says all by its address. */
export const orderBody: RequestBody<Readonly<Record<string, never>>> = {
  schema: z.strictObject({}),
  example: {},
  meaning: { zh: '空对象，可以省去', en: 'an empty object, which may be left out' },
};

const mostHeaders = 200;
const longestHeader = 100;

export const mappingBody: RequestBody<{ readonly headers: Readonly<Record<string, string>> }> = {
  schema: z.strictObject({
    headers: z
      .record(z.string().trim().min(1).max(longestHeader), z.string())
      .refine((headers) => Object.keys(headers).length <= mostHeaders),
  }),
  example: { headers: { 县里的表头: 'plannedHouseholds' } },
  meaning: {
    zh: `县里的表头对应的字段，整份替换，最多 ${mostHeaders} 个`,
    en: `fields by the county's headers; the whole mapping is replaced, ${mostHeaders} headers at most`,
  },
};

export const recomputeBody: RequestBody<{ readonly from: string }> = {
  schema: z.strictObject({ from: z.string() }),
  example: { from: '2017-04' },
  meaning: { zh: '从哪个时期起重新计算', en: 'period from which on figures are computed anew' },
};
