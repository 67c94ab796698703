import type { Bilingual } from '../indicators/definition.ts';
import { uploadStateTexts } from './api-page.ts';

interface ReceiptPart {
  readonly areaName: Bilingual;
  readonly datasetName: Bilingual;
  readonly period: string;
  readonly state: keyof typeof uploadStateTexts;
  readonly rows: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly ignored: number;
  readonly replaced: { readonly uploadId: string; readonly receivedAtShanghai: string | null } | null;
}

/** What a receipt says, as far as its text needs it. */
interface ReceiptFacts {
  readonly uploadId: string;
  readonly key: string;
  readonly sha256: string | null;
  readonly receivedAtShanghai: string;
  readonly isCorrection: boolean;
  readonly state: keyof typeof uploadStateTexts;
  readonly parts: readonly ReceiptPart[];
  readonly findings: { readonly error: number; readonly warning: number; readonly note: number };
}

/** What a part replaced; a part that never spoke has nothing to say of it. */
function replacement(
  { state, replaced }: ReceiptPart,
  nothing: string,
  tell: (one: NonNullable<ReceiptPart['replaced']>) => string,
): readonly string[] {
  if (replaced) return [tell(replaced)];
  return state === 'published' ? [nothing] : [];
}

function chinese(receipt: ReceiptFacts): string {
  const { uploadId, key, sha256, receivedAtShanghai, isCorrection, state, parts, findings } = receipt;
  return [
    '易地扶贫搬迁数据上报回执',
    `上报编号　${uploadId}`,
    `文件　　　${key}${isCorrection ? '（更正件）' : ''}`,
    `SHA-256　 ${sha256 ?? '—'}`,
    `收到时间　${receivedAtShanghai}（北京时间）`,
    `状态　　　${uploadStateTexts[state].zh}`,
    ...parts.flatMap((part) => [
      '',
      `${part.areaName.zh}　${part.datasetName.zh}　${part.period}　${uploadStateTexts[part.state].zh}`,
      `　共 ${part.rows} 行：入库 ${part.accepted}，退回 ${part.quarantined}，不计 ${part.ignored}`,
      ...replacement(
        part,
        '　没有替换以前的数据',
        (one) => `　替换了上报 ${one.uploadId}（${one.receivedAtShanghai ?? '时间不详'}）`,
      ),
    ]),
    '',
    `错误 ${findings.error}，警告 ${findings.warning}，提示 ${findings.note}`,
    '',
  ].join('\n');
}

function english(receipt: ReceiptFacts): string {
  const { uploadId, key, sha256, receivedAtShanghai, isCorrection, state, parts, findings } = receipt;
  return [
    'Receipt of data on the relocation programme (回执)',
    `Upload    ${uploadId}`,
    `File      ${key}${isCorrection ? ' (a correction)' : ''}`,
    `SHA-256   ${sha256 ?? '—'}`,
    `Received  ${receivedAtShanghai} (Asia/Shanghai)`,
    `State     ${uploadStateTexts[state].en}`,
    ...parts.flatMap((part) => [
      '',
      `${part.areaName.en}  ${part.datasetName.en}  ${part.period}  ${uploadStateTexts[part.state].en}`,
      `  ${part.rows} rows: ${part.accepted} accepted, ${part.quarantined} quarantined, ${part.ignored} ignored`,
      ...replacement(
        part,
        '  replaced nothing',
        (one) => `  replaced upload ${one.uploadId} (${one.receivedAtShanghai ?? 'time unknown'})`,
      ),
    ]),
    '',
    `errors: ${findings.error}, warnings: ${findings.warning}, notes: ${findings.note}`,
    '',
  ].join('\n');
}

/** A receipt as text to print and file, by language. */
export const receiptTexts: Readonly<Record<keyof Bilingual, (receipt: ReceiptFacts) => string>> = {
  zh: chinese,
  en: english,
};
