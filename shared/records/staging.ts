import type { Upload, UploadPart } from './schema.ts';

/** User metadata of an object that is to be looked at before it is published (design.md, Acceptance). */
export const modeMetadata = { name: 'anju-mode', stage: 'stage' } as const;

/** Days after which what waits can no longer be published; the file is then sent again. */
export const stageDays = 7;

/** Whether a part waits for a confirmation. */
export function isHeld(record: Upload, part: UploadPart): boolean {
  return part.hold !== undefined && record.confirmed === undefined;
}

/** Whether a part waits for anybody: it is staged as a whole, or held back by itself. */
export function isWaiting(record: Upload, part: UploadPart): boolean {
  return part.batch !== null && (record.state === 'staged' || isHeld(record, part));
}

/** The instant after which a waiting part is expired: seven days from the put, or from the holding back. */
export function expiryOf(record: Upload, part: UploadPart): Date {
  const from = isHeld(record, part) && part.hold ? part.hold.at : record.receivedAt;
  return new Date(new Date(from).getTime() + stageDays * 86_400_000);
}

/** Whether a file name says that it corrects an earlier one (更正, 修订); “最终版” means nothing (domain.md F35). */
export function namesCorrection(fileName: string): boolean {
  return /更正|修订|修訂/.test(fileName.normalize('NFKC'));
}
