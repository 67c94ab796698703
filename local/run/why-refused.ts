import { diskTrouble } from '../disk/disk-trouble.ts';
import { JournalCorrupt } from '../disk/journal-lines.ts';
import { busySentence } from './busy-ports.ts';
import { StartRefused } from './start-refused.ts';

interface Coded {
  readonly code: string;
  readonly port?: number;
  readonly cause?: unknown;
}

function isCoded(error: unknown): error is Coded {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
}

/** The chain of an error and its causes. */
function* causes(error: unknown): Generator<Coded> {
  let next = error;
  for (let depth = 0; depth < 8 && next instanceof Error; depth += 1) {
    if (isCoded(next)) yield next;
    next = next.cause;
  }
}

/**
 * The one sentence for a start that failed: a busy port, a folder another Anju holds, one that cannot be
 * written to, or one whose content cannot be read. `null` when it is none of these, and then it is a fault of ours.
 */
export function whyRefused(error: unknown, dataFolder: string): string | null {
  if (error instanceof StartRefused) return error.message;
  if (error instanceof JournalCorrupt) {
    return `The data folder ${dataFolder} cannot be used (${error.message}): move it away, or name another one with ANJU_DATA.`;
  }
  const coded = [...causes(error)];
  const port = coded.find((one) => one.code === 'EADDRINUSE')?.port;
  if (port !== undefined) return busySentence([port]);
  const closed = coded.find(({ code, port: one }) => code === 'EACCES' && one !== undefined)?.port;
  if (closed !== undefined) {
    return `Port ${closed} may not be listened on by this user: name another with PORT or S3_PORT.`;
  }
  if (coded.some(({ code }) => code === 'LEVEL_LOCKED')) {
    return `The data folder ${dataFolder} is in use by another Anju: stop it, or name another folder with ANJU_DATA.`;
  }
  const trouble = diskTrouble(error, dataFolder);
  if (trouble !== null) return trouble;
  const unusable = coded.find(({ code }) => code.startsWith('LEVEL_') || folderCodes.includes(code));
  return unusable
    ? `The data folder ${dataFolder} cannot be used (${unusable.code}): move it away, or name another one with ANJU_DATA.`
    : null;
}

/** What the file system says of a folder that is a file. */
const folderCodes = ['ENOTDIR', 'EISDIR', 'EEXIST'];
