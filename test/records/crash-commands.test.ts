import { describe, expect, it } from 'vitest';
import { commandKey } from '../../shared/records/commands.ts';
import { ingestUpload } from '../../shared/records/ingest-upload.ts';
import { workMessage } from '../../shared/records/work-message.ts';
import { failingItems, failingObjects, Killed, type Killer, killAt } from './support/failing.ts';
import { assertLinear, publishPorts, visible } from './support/harness.ts';
import { projects, readKeyed } from './support/keyed.ts';
import { type Office, openOffice } from './support/office.ts';
import { ingestPorts, putEvent } from './support/pipeline.ts';

/** What the queues deliver until it succeeds: the event and message of a file, then the command to it. */
async function deliver(
  office: Office,
  order: 'publish' | 'confirm' | 'withdraw',
  killer: Killer,
): Promise<void> {
  const items = failingItems(office.disk.items, killer);
  const reports = failingObjects(office.disk.reports, killer);
  const inbox = failingObjects(office.disk.inbox, killer);
  const ports = { ...ingestPorts({ ...office.disk, items, inbox, reports }), readFile: readKeyed };
  const { id, state } = await ingestUpload(ports, putEvent('next', 2));
  const kind = state === 'staged' ? 'preview' : 'publish';
  await workMessage(publishPorts(items, reports), { kind, uploadId: id });
  const command = await office.record(order, id);
  const key = commandKey(command.area, command.id);
  await workMessage(publishPorts(items, reports), { kind: 'command', key });
}

/** Ten projects are published; a file with three projects and a ledger entry is in the inbox, not yet read. */
async function prepare(mode: 'stage' | undefined) {
  const office = openOffice();
  await office.put('ten', 1, projects(10));
  await office.receive('next', 2, `${projects(3)}\nfundLedger L1=1`, mode);
  return office;
}

const project = 'projects@2017-04-X3';
const ledger = 'fundLedger@2017-04-X3';

/** Who may speak for projects and ledger, at any instant and in the end: `t` the ten, `n` the next file. */
const cases = [
  { order: 'confirm', mode: undefined, seen: ['t-', 'tn', 'nn'], end: 'nn', commits: 3 },
  { order: 'withdraw', mode: undefined, seen: ['t-', 'tn', 'tw'], end: 'tw', commits: 3 },
  { order: 'publish', mode: 'stage', seen: ['t-', 'tn'], end: 'tn', commits: 2 },
  { order: 'confirm', mode: 'stage', seen: ['t-', 'nn'], end: 'nn', commits: 2 },
  { order: 'withdraw', mode: 'stage', seen: ['t-'], end: 't-', commits: 1 },
] as const;

async function speakers(office: Office): Promise<string> {
  const all = await visible(office.disk.items);
  const letter = (key: string) => {
    if (all[key] === undefined) return '-';
    if (all[key] === 'withdrawn') return 'w';
    return all[key] === office.idOf('next') ? 'n' : 't';
  };
  return `${letter(project)}${letter(ledger)}`;
}

describe.each(cases)('a process that dies while a file with mode $mode gets the order $order', (one) => {
  it.each(['before', 'after'] as const)(
    'shows a whole state, and ends as ordered: killed %s each call',
    async (when) => {
      const undisturbed = killAt(0, when);
      await deliver(await prepare(one.mode), one.order, undisturbed);
      expect(undisturbed.calls()).toBeGreaterThan(10);
      for (let call = 1; call <= undisturbed.calls(); call += 1) {
        const office = await prepare(one.mode);
        const death = await deliver(office, one.order, killAt(call, when)).catch((error: unknown) => error);
        expect(death, `call ${call}`).toBeInstanceOf(Killed);
        expect(one.seen, `call ${call}`).toContain(await speakers(office));
        await deliver(office, one.order, killAt(0, when));
        expect(await speakers(office), `call ${call}`).toBe(one.end);
        expect(await assertLinear(office.disk.items), `call ${call}`).toBe(one.commits);
      }
    },
  );
});
