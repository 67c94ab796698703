import type { Bilingual } from '../indicators/definition.ts';
import { uploadStateTexts } from './api-page.ts';
import { countsTexts, type ValidRows } from './counts-texts.ts';
import type { Reason } from './refusal-reasons.ts';

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

/** Whether the valid rows of a part in this state are in the store. */
function validRows(state: keyof typeof uploadStateTexts): ValidRows {
  if (state === 'rejected') return 'refused';
  return state === 'staged' || state === 'expired' || state === 'withdrawn' ? 'waiting' : 'stored';
}

/** Why something was rejected, and what the county does next; nothing for a receipt without. */
function refusal(
  { uploadId }: ReceiptFacts,
  reasons: readonly Reason[],
  words: { readonly language: keyof Bilingual; readonly why: string; next(path: string): string },
): readonly string[] {
  if (reasons.length === 0) return [];
  return [
    '',
    words.why,
    ...reasons.map(({ place, message }) => `  ${place === '' ? '' : `${place}  `}${message[words.language]}`),
    words.next(`/v1/uploads/${uploadId}/annotated.xlsx`),
  ];
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

function chinese(receipt: ReceiptFacts, reasons: readonly Reason[]): string {
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
      `　${countsTexts.zh(part, validRows(part.state))}`,
      ...replacement(
        part,
        '　没有替换以前的数据',
        (one) => `　替换了上报 ${one.uploadId}（${one.receivedAtShanghai ?? '时间不详'}）`,
      ),
    ]),
    ...refusal(receipt, reasons, {
      language: 'zh',
      why: '退回原因',
      next: (path) => `下一步　下载标出错误的工作簿 ${path}，改好后用原来的路径重新上报`,
    }),
    '',
    `错误 ${findings.error}，警告 ${findings.warning}，提示 ${findings.note}`,
    '',
  ].join('\n');
}

function english(receipt: ReceiptFacts, reasons: readonly Reason[]): string {
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
      `  ${countsTexts.en(part, validRows(part.state))}`,
      ...replacement(
        part,
        '  replaced nothing',
        (one) => `  replaced upload ${one.uploadId} (${one.receivedAtShanghai ?? 'time unknown'})`,
      ),
    ]),
    ...refusal(receipt, reasons, {
      language: 'en',
      why: 'Why it was rejected',
      next: (path) => `Next: get the workbook with its errors marked, ${path}, mend it and send it again`,
    }),
    '',
    `errors: ${findings.error}, warnings: ${findings.warning}, notes: ${findings.note}`,
    '',
  ].join('\n');
}

/** A receipt as text to print and file, by language; `reasons` where something of it was rejected. */
export const receiptTexts: Readonly<
  Record<keyof Bilingual, (receipt: ReceiptFacts, reasons: readonly Reason[]) => string>
> = {
  zh: chinese,
  en: english,
};
