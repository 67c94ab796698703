import Papa from 'papaparse';

/** Records of one piece of text. */
export interface ParsedRecords {
  readonly records: readonly string[][];
  /** Characters used up by whole records. */
  readonly used: number;
  /** Index of the first record with a faulty quote, and the fault; `null` when all are sound. */
  readonly fault: { readonly record: number; readonly reason: 'quote_unclosed' | 'quote_malformed' } | null;
}

/** The part of papaparse's answer that is relied on. */
interface ParserAnswer {
  readonly data: readonly string[][];
  readonly errors: readonly { readonly code: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

/**
 * Splits text with line ends `\n` into records of strings: papaparse with typing, headers and guessing off
 * (RFC 4180 quotes).
 *
 * @param last the text ends here; otherwise its last record is left for the next piece
 * @param preview at most so many records
 */
export function parseRecords(text: string, delimiter: string, last: boolean, preview = 0): ParsedRecords {
  const parser = new Papa.Parser({ delimiter, newline: '\n', quoteChar: '"', header: false, preview });
  const answer: ParserAnswer = parser.parse(text, 0, !last);
  const records = preview > 0 ? answer.data.slice(0, preview) : answer.data;
  const error = answer.errors.find(({ row = 0 }) => row < records.length);
  return {
    records,
    used: answer.meta.cursor,
    fault:
      error === undefined
        ? null
        : {
            record: error.row ?? 0,
            reason: error.code === 'MissingQuotes' ? 'quote_unclosed' : 'quote_malformed',
          },
  };
}
