import { type Representation, representationDefinitions, representations } from './representations.ts';

/** One element of an `Accept…` header: what is wanted, and how much. */
interface Range {
  readonly name: string;
  readonly weight: number;
}

/** Elements of an `Accept…` header (RFC 9110 §12.4), lower-case and without blanks or quotes. */
function rangesOf(header: string): readonly Range[] {
  return header.split(',').flatMap((text) => {
    const [name = '', ...parameters] = text.toLowerCase().replaceAll(/[\s"]/g, '').split(';');
    const stated = parameters.find((one) => one.startsWith('q='))?.slice(2);
    const weight = stated === undefined ? 1 : Number(stated);
    const kept = parameters.filter((one) => !/^(q|charset)=/.test(one));
    return name === '' || Number.isNaN(weight) ? [] : [{ name: [name, ...kept].join(';'), weight }];
  });
}

/**
 * The representation a client wants most: the most specific range that fits it counts, and among equals the
 * earlier one of the list. Who says nothing takes anything. `null`: none that is acceptable.
 */
export function negotiateRepresentation(
  header: string | undefined,
  among: readonly Representation[] = representations,
): Representation | null {
  const ranges = rangesOf(header?.trim() || '*/*');
  let best: { name: Representation; weight: number } | null = null;
  for (const name of among) {
    const weight = weightOf(representationDefinitions[name].accepts, ranges);
    if (weight > 0 && (!best || weight > best.weight)) best = { name, weight };
  }
  return best?.name ?? null;
}

function weightOf(types: readonly string[], ranges: readonly Range[]): number {
  const group = types[0]?.split('/')[0];
  for (const fitting of [types, [`${group}/*`], ['*/*']]) {
    const weights = ranges.filter(({ name }) => fitting.includes(name)).map(({ weight }) => weight);
    if (weights.length > 0) return Math.max(...weights);
  }
  return 0;
}

/** Content codings answers are compressed with, the better first. */
export const codings = ['br', 'gzip'] as const;
export type Coding = (typeof codings)[number];

/** The coding to send a text in, or `null` for as it is; a client that says nothing gets it as it is. */
export function negotiateCoding(header: string | undefined): Coding | null {
  const ranges = rangesOf(header ?? '');
  const weight = (name: string) =>
    (ranges.find((one) => one.name === name) ?? ranges.find((one) => one.name === '*'))?.weight ?? 0;
  const [first, second] = codings;
  if (weight(first) === 0 && weight(second) === 0) return null;
  return weight(first) >= weight(second) ? first : second;
}
