import { crc32 } from 'node:zlib';

/** A journal is damaged in a way that a kill cannot explain; the message names file and line. */
export class JournalCorrupt extends Error {
  override readonly name = 'JournalCorrupt';
  constructor(file: string, line: number, found: string) {
    super(`${file}, line ${line}, ${found}`);
  }
}

const newline = 0x0a;
const checkLength = 8;

const check = (json: string) => crc32(json).toString(16).padStart(checkLength, '0');

/** The records of one append as a line: CRC-32 of the JSON in hex, a blank, the JSON. */
export function toLine(records: readonly unknown[]): string {
  const json = JSON.stringify(records);
  return `${check(json)} ${json}\n`;
}

/**
 * Hands on every whole line's value and gives the length of what is whole. One unreadable line at the end is
 * torn, what a kill or a power cut leaves of an append; any other one throws {@link JournalCorrupt}.
 */
export function readLines(
  bytes: Buffer,
  file: string,
  onValue: (value: unknown, line: number) => void,
): number {
  let whole = 0;
  let line = 0;
  let unreadable: number | null = null;
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(newline, start);
    if (end < 0) break;
    line += 1;
    const value = readLine(bytes.toString('utf8', start, end));
    if (unreadable !== null) throw new JournalCorrupt(file, unreadable, 'is damaged');
    if (value === undefined) unreadable = line;
    else {
      onValue(value, line);
      whole = end + 1;
    }
    start = end + 1;
  }
  return whole;
}

function readLine(text: string): unknown {
  const json = text.slice(checkLength + 1);
  return json !== '' && text.slice(0, checkLength) === check(json) ? JSON.parse(json) : undefined;
}
