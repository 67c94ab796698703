/** What went wrong on our side; the queue retries it and the alarm names it (design.md, Two kinds of trouble). */
export type FaultCode =
  | 'content_missing'
  | 'content_damaged'
  | 'publish_contended'
  | 'upload_contended'
  | 'upload_not_read'
  | 'not_conserved';

/** A fault is ours: thrown, retried, and ends in the dead-letter queue. A county never sees it. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: FaultCode;
  /** Where it was met: an id, a key, a county. */
  readonly where: string;

  constructor(code: FaultCode, where: string, cause?: unknown) {
    super(`${code} at ${where}`, { cause });
    this.code = code;
    this.where = where;
  }
}
