import { cliTexts } from '../shared/messages/cli-texts.ts';
import type { UploadOrder } from '../shared/records/commands.ts';
import type { Asked } from './arguments.ts';
import type { Console } from './console.ts';
import { apiEndpoint } from './endpoint.ts';
import { CannotRun, type ExitCode } from './exit-code.ts';
import { tellOutcome, waitFor } from './settle.ts';

type OrderAsked = Extract<Asked, { readonly kind: 'order' }>;

/** States that show that an order was obeyed. */
const obeyed: Readonly<Record<UploadOrder, readonly string[]>> = {
  publish: ['published', 'superseded'],
  confirm: ['published', 'superseded'],
  withdraw: ['withdrawn', 'superseded'],
};

/** `anju publish | confirm | withdraw`: gives an order to an upload and waits until it is obeyed. */
export async function giveOrder(asked: OrderAsked, console: Console): Promise<ExitCode> {
  const { order, upload: id, language, to } = asked;
  if (to.url === null) throw new CannotRun(cliTexts[language].needsUrl);
  const api = apiEndpoint(to.url, language);
  await api.order(id, order);
  const isHeld = (found: {
    readonly state: string;
    readonly findings: readonly { readonly code: string }[];
  }) => found.state === 'staged' && found.findings.some(({ code }) => code === 'LARGE_REMOVAL');
  const settled = await waitFor(api, id, language, (found) => {
    if (obeyed[order].includes(found.state)) return true;
    return order === 'publish' && isHeld(found);
  });
  return tellOutcome(api, settled, asked, console);
}
