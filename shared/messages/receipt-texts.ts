import type { Bilingual } from '../text/languages.ts';
import { heldText, uploadStateTexts } from './api-page.ts';
import { countsTexts, type ValidRows } from './counts-texts.ts';
import type { Refusal } from './refusal-reasons.ts';
import { refusalLines } from './refusal-texts.ts';
import { severityCounts } from './severity-words.ts';

interface ReceiptPart {
  readonly areaName: Bilingual;
  readonly datasetName: Bilingual;
  readonly period: string;
  readonly state: keyof typeof uploadStateTexts;
  /** It waits for a confirmation. */
  readonly isHeld: boolean;
  /** Why it waits for one, and how to give it. */
  readonly heldBy: Bilingual | null;
  /** It waits, or was withdrawn or has expired before it was published. */
  readonly neverSpoke: boolean;
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

/** What a state is called: `staged` is two things, for one of which `confirm` is wanted. */
function stateText(state: keyof typeof uploadStateTexts, isHeld: boolean, language: keyof Bilingual): string {
  return (state === 'staged' && isHeld ? heldText : uploadStateTexts[state])[language];
}

const isAnyHeld = (parts: readonly ReceiptPart[]): boolean => parts.some(({ isHeld }) => isHeld);

interface ReplacementWords {
  readonly nothing: string;
  /** The part was withdrawn after it was published. */
  readonly silenced: string;
  /** The part was withdrawn before. */
  readonly dropped: string;
  tell(one: NonNullable<ReceiptPart['replaced']>): string;
}

/** What a part replaced, or what its withdrawal left; a part that waits has nothing to say of it. */
function replacement(part: ReceiptPart, words: ReplacementWords): readonly string[] {
  const { state, replaced, neverSpoke } = part;
  if (state === 'withdrawn') return [neverSpoke ? words.dropped : words.silenced];
  if (replaced) return [words.tell(replaced)];
  return state === 'published' ? [words.nothing] : [];
}

function chinese(receipt: ReceiptFacts, refusal: Refusal): string {
  const { uploadId, key, sha256, receivedAtShanghai, isCorrection, state, parts, findings } = receipt;
  return [
    '易地扶贫搬迁数据上报回执',
    `上报编号　${uploadId}`,
    `文件　　　${key}${isCorrection ? '（更正件）' : ''}`,
    `SHA-256　 ${sha256 ?? '—'}`,
    `收到时间　${receivedAtShanghai}（北京时间）`,
    `状态　　　${stateText(state, isAnyHeld(parts), 'zh')}`,
    ...parts.flatMap((part) => [
      '',
      `${part.areaName.zh}　${part.datasetName.zh}　${part.period}　${stateText(part.state, part.isHeld, 'zh')}`,
      `　${countsTexts.zh(part, validRows(part.state))}`,
      ...(part.heldBy ? [`　${part.heldBy.zh}`] : []),
      ...replacement(part, {
        nothing: '　没有替换以前的数据',
        silenced:
          '　撤回后不再计入；期内更短报告期（如旬）已发布的数据仍然计入，没有的则无数据；被替换的文件不会自动恢复，需要时请重新上报',
        dropped: '　没有发布过，已发布的数据不变',
        tell: (one) => `　替换了上报 ${one.uploadId}（${one.receivedAtShanghai ?? '时间不详'}）`,
      }),
    ]),
    ...refusalLines(uploadId, refusal, 'zh'),
    '',
    severityCounts(findings, 'zh'),
    '',
  ].join('\n');
}

function english(receipt: ReceiptFacts, refusal: Refusal): string {
  const { uploadId, key, sha256, receivedAtShanghai, isCorrection, state, parts, findings } = receipt;
  return [
    'Receipt of data on the relocation programme (回执)',
    `Upload    ${uploadId}`,
    `File      ${key}${isCorrection ? ' (a correction)' : ''}`,
    `SHA-256   ${sha256 ?? '—'}`,
    `Received  ${receivedAtShanghai} (Asia/Shanghai)`,
    `State     ${stateText(state, isAnyHeld(parts), 'en')}`,
    ...parts.flatMap((part) => [
      '',
      `${part.areaName.en}  ${part.datasetName.en}  ${part.period}  ${stateText(part.state, part.isHeld, 'en')}`,
      `  ${countsTexts.en(part, validRows(part.state))}`,
      ...(part.heldBy ? [`  ${part.heldBy.en}`] : []),
      ...replacement(part, {
        nothing: '  replaced nothing',
        silenced:
          '  it counts no more; what is published for a shorter period within this one still counts, else there is no data; a file it replaced does not come back, send one',
        dropped: '  was never published; what is published stays',
        tell: (one) => `  replaced upload ${one.uploadId} (${one.receivedAtShanghai ?? 'time unknown'})`,
      }),
    ]),
    ...refusalLines(uploadId, refusal, 'en'),
    '',
    severityCounts(findings, 'en'),
    '',
  ].join('\n');
}

/** A receipt as text to print and file, by language; with its refusal where something of it was rejected. */
export const receiptTexts: Readonly<
  Record<keyof Bilingual, (receipt: ReceiptFacts, refusal: Refusal) => string>
> = {
  zh: chinese,
  en: english,
};
