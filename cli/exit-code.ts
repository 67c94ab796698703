/** What a command ends with: all is well, the county has something to mend, or it could not be done at all. */
export const exitCode = { ok: 0, findings: 1, failed: 2 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** Why a command cannot be done, in one sentence for the person who gave it. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}
