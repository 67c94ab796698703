import * as z from 'zod';

/** Where a page begins: a cell of the selection and how many of its observations stood on the page before. */
export interface Position {
  readonly cell: number;
  readonly skip: number;
}

/** What a cursor holds: the question it belongs to, the state it is answered from, and where to go on. */
export interface Cursor extends Position {
  readonly catalogue: string;
  /** Id of the selection. */
  readonly question: string;
  readonly snapshot: string;
}

const place = z.int().min(0).max(1_000_000);
const content = z.tuple([z.string(), z.string(), z.string(), place, place]);

/** The cursor as an opaque word; {@link readCursor} reads it back. */
export function cursorWord({ catalogue, question, snapshot, cell, skip }: Cursor): string {
  const parts: z.infer<typeof content> = [catalogue, question, snapshot, cell, skip];
  return Buffer.from(JSON.stringify(parts), 'utf8').toString('base64url');
}

/** What a cursor holds, or `null` when it is none of ours. */
export function readCursor(word: string): Cursor | null {
  const parsed = content.safeParse(parseJson(Buffer.from(word, 'base64url').toString('utf8')));
  if (!parsed.success) return null;
  const [catalogue, question, snapshot, cell, skip] = parsed.data;
  const cursor = { catalogue, question, snapshot, cell, skip };
  return cursorWord(cursor) === word ? cursor : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
