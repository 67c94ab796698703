import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DiskQueue, openDiskQueue } from '../../local/queue/disk-queue.ts';
import { countingIds, inbox, removeFolder, startTestEndpoint, temporaryFolder } from './support/endpoint.ts';
import { sendSigned } from './support/signed-request.ts';

const loop = fileURLToPath(new URL('./support/put-loop.ts', import.meta.url));

let folder: string;

beforeAll(async () => {
  folder = await temporaryFolder();
});

afterAll(() => removeFolder(folder));

/** Runs the loop, kills it in the middle of its work and gives the lines it had acknowledged. */
async function runAndKill(round: number, after: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', loop, folder, `r${round}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === after) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
  return lines;
}

function openQueue(name: string): Promise<DiskQueue> {
  return openDiskQueue({
    folder: join(folder, name),
    visibilityTimeoutSeconds: 60,
    maxReceiveCount: 3,
    now: Date.now,
    randomId: countingIds(),
  });
}

async function bodiesOf(queue: DiskQueue): Promise<readonly string[]> {
  return (await queue.receive(Number.POSITIVE_INFINITY)).map(({ body }) => body);
}

test('nothing acknowledged is lost when the process is killed, again and again', async () => {
  const acknowledged: string[] = [];
  for (const [round, after] of [40, 97, 1, 163].entries()) {
    acknowledged.push(...(await runAndKill(round, after)));
  }
  const events = await openQueue('events');
  const messages = await openQueue('messages');
  const { endpoint } = await startTestEndpoint(join(folder, 'objects'), {
    notify: (event) => events.send(JSON.stringify(event)),
  });
  const sent = new Set(await bodiesOf(messages));
  const announced = (await bodiesOf(events)).map((body) => JSON.parse(body));
  const versions = new Set(
    announced.map(({ detail }) => `${detail.object.key} ${detail.object['version-id']}`),
  );
  for (const line of acknowledged) {
    const [kind, ...rest] = line.split(' ');
    if (kind === 'sent') {
      expect(sent).toContain(rest.join(' '));
      continue;
    }
    const [key = '', versionId = ''] = rest;
    expect(versions).toContain(`${key} ${versionId}`);
    const url = `/${inbox}/${key}?versionId=${versionId}`;
    expect((await sendSigned(endpoint.port, { method: 'GET', url })).body).toBe(`body of ${key}`);
  }
  const times = announced.map(({ time, detail }) => `${time} ${detail.object.sequencer}`);
  expect(new Set(times).size).toBe(versions.size);
  await Promise.all([endpoint.close(), events.close(), messages.close()]);
});
