import { parseRecords } from './csv-records.ts';
import { WorkbookRefused } from './source.ts';

/** Separators that are read, the likelier first. */
const delimiters = [',', '\t', ';', '|'] as const;

/** Chinese punctuation that people type between fields; it stands inside values as well, so it is refused. */
const fullWidthDelimiters = ['，', '、'] as const;

export type Delimiter = (typeof delimiters)[number];

/** Records looked at. */
const sampleRecords = 20;

interface Guess {
  readonly delimiter: string;
  /** Records that have the commonest number of fields. */
  readonly agreeing: number;
  readonly fields: number;
}

/**
 * Guesses the separator from the beginning of a text: the one by which the most of the first twenty records
 * have an equal number of fields, at least two; then the one with more fields (domain.md F33).
 *
 * @param sample whole records, line ends `\n`
 * @throws WorkbookRefused `single_column_csv` when nothing separates, or only `，` or `、` does (domain.md F32)
 */
export function guessDelimiter(sample: string): Delimiter {
  const best = bestGuess(sample, delimiters);
  const fullWidth = bestGuess(sample, fullWidthDelimiters);
  const better = best !== null && (fullWidth === null || compare(best, fullWidth) <= 0);
  const found = delimiters.find((delimiter) => delimiter === best?.delimiter);
  if (better && found !== undefined) return found;
  throw new WorkbookRefused('single_column_csv', fullWidth === null ? {} : { found: fullWidth.delimiter });
}

const compare = (a: Guess, b: Guess): number => b.agreeing - a.agreeing || b.fields - a.fields;

function bestGuess(sample: string, candidates: readonly string[]): Guess | null {
  const guesses = candidates.flatMap((delimiter) => guess(sample, delimiter) ?? []);
  return guesses.toSorted(compare)[0] ?? null;
}

function guess(sample: string, delimiter: string): Guess | null {
  if (!sample.includes(delimiter)) return null;
  const { records } = parseRecords(sample, delimiter, true, sampleRecords);
  const byFields = new Map<number, number>();
  for (const { length } of records) if (length > 1) byFields.set(length, (byFields.get(length) ?? 0) + 1);
  let best: Guess | null = null;
  for (const [fields, agreeing] of byFields) {
    const next = { delimiter, agreeing, fields };
    if (best === null || compare(next, best) < 0) best = next;
  }
  return best;
}
