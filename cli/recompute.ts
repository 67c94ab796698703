import { cliTexts } from '../shared/messages/cli-texts.ts';
import type { Asked } from './arguments.ts';
import type { Console } from './console.ts';
import { apiEndpoint } from './endpoint.ts';
import { CannotRun, type ExitCode, exitCode } from './exit-code.ts';

type RecomputeAsked = Extract<Asked, { readonly kind: 'recompute' }>;

/** `anju recompute --from 2017-04`: has the facts of every county from a period on computed anew. */
export async function recomputeFrom(asked: RecomputeAsked, console: Console): Promise<ExitCode> {
  const { from, language, json, to } = asked;
  if (to.url === null) throw new CannotRun(cliTexts[language].needsUrl);
  const queued = await apiEndpoint(to.url, language).recompute(from);
  console.out(
    json ? `${JSON.stringify({ from, queued })}\n` : `${cliTexts[language].recomputing(from, queued)}\n`,
  );
  return exitCode.ok;
}
