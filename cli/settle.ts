import { setTimeout as pause } from 'node:timers/promises';
import { contracts } from '../shared/datasets/contracts.ts';
import { datasetIds } from '../shared/datasets/dataset-ids.ts';
import { cliTexts } from '../shared/messages/cli-texts.ts';
import { movementLines } from '../shared/messages/movement-lines.ts';
import { periodText } from '../shared/messages/period-text.ts';
import { areaOf } from '../shared/programme/areas.ts';
import type { Language } from '../shared/text/languages.ts';
import type { Console } from './console.ts';
import type { ApiEndpoint, DiffAnswer, UploadAnswer } from './endpoint.ts';
import { CannotRun, type ExitCode, exitCode } from './exit-code.ts';
import { groupedFindings } from './report.ts';

const lookEveryMilliseconds = 150;
const patienceMilliseconds = 10 * 60_000;
const patienceForDiffMilliseconds = 60_000;
const underWay: readonly string[] = ['received', 'reading', 'accepted'];

/** Waits until an upload has come to a state that is asked for; throws {@link CannotRun} after ten minutes. */
export async function waitFor(
  api: ApiEndpoint,
  id: string,
  language: Language,
  isThere: (upload: UploadAnswer) => boolean = ({ state }) => !underWay.includes(state),
): Promise<UploadAnswer> {
  const until = Date.now() + patienceMilliseconds;
  while (Date.now() < until) {
    const found = await api.upload(id);
    if (found && isThere(found)) return found;
    await pause(lookEveryMilliseconds);
  }
  throw new CannotRun(cliTexts[language].stillUnderWay(id));
}

/** Says what an upload has come to: its receipt, what it would change while it waits, and its findings. */
export async function tellOutcome(
  api: ApiEndpoint,
  settled: UploadAnswer,
  asked: { readonly language: Language; readonly json: boolean },
  console: Console,
): Promise<ExitCode> {
  const { language } = asked;
  const diff = settled.state === 'staged' ? await diffOnceMade(api, settled.id) : null;
  // What stands against it beside its cells is known once it was compared.
  const upload = (diff && (await api.upload(settled.id))) ?? settled;
  if (asked.json) console.out(`${JSON.stringify({ ...upload, ...(diff ? { diff } : {}) })}\n`);
  else {
    const lines = [
      await api.receipt(upload.id),
      ...(diff
        ? [...describeDiff(diff, language), cliTexts[language].howToGoOn(nextOrder(diff), upload.id), '']
        : []),
      ...groupedFindings(upload.findings, language),
      '',
    ];
    console.out(`${lines.join('\n')}\n`);
  }
  const isBad = upload.findings.some(({ severity }) => severity === 'error');
  return isBad || upload.state === 'rejected' ? exitCode.findings : exitCode.ok;
}

/** What lets a waiting upload speak: a confirmation when it removes many records. */
function nextOrder({ parts }: DiffAnswer): 'publish' | 'confirm' {
  return parts.some(({ outcome }) => outcome === 'held') ? 'confirm' : 'publish';
}

/** The diff of a staged upload is made a moment after it is staged. */
async function diffOnceMade(api: ApiEndpoint, id: string): Promise<DiffAnswer | null> {
  const until = Date.now() + patienceForDiffMilliseconds;
  while (Date.now() < until) {
    const found = await api.diff(id);
    if (found) return found;
    await pause(lookEveryMilliseconds);
  }
  return null;
}

/** What publishing would do, in words: what each part brings, and the figures that move. */
export function describeDiff({ parts, indicators }: DiffAnswer, language: Language): readonly string[] {
  const texts = cliTexts[language];
  const { lines, left } = movementLines(indicators, language);
  return [
    texts.wouldDo,
    ...parts.map(({ area, dataset, period, outcome, rows }) => {
      const id = datasetIds.find((one) => one === dataset);
      const name = id ? contracts[id][language] : dataset;
      const place = `${areaOf(area)?.[language] ?? area} ${name} ${periodText(period, language)}`;
      return `  ${place}  ${texts.change(outcome, rows)}`;
    }),
    ...lines.map((line) => `  ${line}`),
    ...(lines.length === 0 ? [`  ${texts.nothingMoves}`] : []),
    ...(left > 0 ? [`  ${texts.moreMoves(left)}`] : []),
    '',
  ];
}
