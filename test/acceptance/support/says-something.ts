import * as z from 'zod';
import type { clientOf } from './client.ts';

const indicators = z.object({ data: z.array(z.object({ id: z.string(), unit: z.string() })) });

/** The ids of all indicators of the catalogue with their units. */
export async function allIndicators(client: ReturnType<typeof clientOf>) {
  return indicators.parse(await (await client.get('/v1/indicators')).json()).data;
}

/**
 * Whether an indicator tells one county from another: the city has a value that is neither none nor all of what is
 * counted, and its parts do not all have the same one.
 */
export async function saysSomething(
  client: ReturnType<typeof clientOf>,
  { id, unit }: { readonly id: string; readonly unit: string },
  question: string,
): Promise<boolean> {
  const ask = (areas: string) => client.data(`indicator=${id}&area=${areas}&${question}`);
  const parts = (await ask('4312')).filter(({ breakdown }) => !Object.values(breakdown).includes('all'));
  const counties = (await ask('children(4312)')).filter(({ status }) => status === 'ok');
  const isOpen = parts.some(
    ({ status, value, numerator, denominator }) =>
      status === 'ok' && value !== null && numerator !== 0 && (unit !== '%' || numerator !== denominator),
  );
  return isOpen && (counties.length === 1 || new Set(counties.map(({ value }) => value)).size > 1);
}
