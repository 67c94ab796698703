import { readCommand } from './commands.ts';
import type { PublishMessage } from './events.ts';
import { Fault } from './fault.ts';
import { obeyCommand } from './obey-command.ts';
import { type PublishOutcome, previewUpload, publishUpload } from './publish.ts';
import { recompute } from './recompute.ts';
import type { PublishPorts } from './settle-facts.ts';
import { readUpload } from './uploads.ts';

/**
 * Works one message of the publish queue to its end; the same message again changes nothing. A message whose
 * upload went another way meanwhile (published after all, withdrawn) has nothing to do.
 */
export async function workMessage(
  ports: PublishPorts,
  message: PublishMessage,
): Promise<readonly PublishOutcome[]> {
  if (message.kind === 'command') {
    const command = await readCommand(ports.reports, message.key);
    if (!command) throw new Fault('content_missing', message.key);
    return obeyCommand(ports, command);
  }
  if (message.kind === 'recompute') return [await recompute(ports, message)];
  const upload = await readUpload(ports.items, message.uploadId);
  if (!upload || upload.withdrawn !== undefined) return [];
  if (upload.state === 'accepted') return publishUpload(ports, upload);
  if (upload.state === 'staged') await previewUpload(ports, upload);
  return [];
}
