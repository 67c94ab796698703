/** What a disk says that lets nothing more be written, and what to do about it. */
const remedies = {
  full: 'the disk is full: make room on it',
  readOnly: 'the disk is read-only: make it writable',
  closed: 'it may not be written to: give yourself the right to',
} as const;

type Trouble = keyof typeof remedies;

const byCode: Readonly<Record<string, Trouble>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'readOnly',
  EACCES: 'closed',
  EPERM: 'closed',
};

/** The words of those who hand on no code, as esbuild and LevelDB do. */
const byWords: readonly (readonly [RegExp, Trouble])[] = [
  [/no space left on device|disk quota exceeded|the disk is full/i, 'full'],
  [/read-only file system|the disk is read-only/i, 'readOnly'],
];

function troubleOf(error: Error): Trouble | null {
  // a port may be closed to us as well as a folder
  if ('port' in error) return null;
  const coded = 'code' in error && typeof error.code === 'string' ? byCode[error.code] : undefined;
  return coded ?? byWords.find(([words]) => words.test(error.message))?.[1] ?? null;
}

/**
 * The sentence for an error (or one of its causes) that says the data folder cannot be written to; `null` when it says
 * something else.
 */
export function diskTrouble(error: unknown, folder: string): string | null {
  let next = error;
  for (let depth = 0; depth < 8 && next instanceof Error; depth += 1) {
    const trouble = troubleOf(next);
    if (trouble !== null) {
      return `The data folder ${folder} cannot be written to, ${remedies[trouble]}, or name a folder elsewhere with ANJU_DATA.`;
    }
    next = next.cause;
  }
  return null;
}
