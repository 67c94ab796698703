import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusedStart, startAnju } from './support/anju.ts';

const home = mkdtempSync(join(tmpdir(), 'anju-refused-'));
afterAll(() => rmSync(home, { recursive: true }));

const emptyFolder = () => mkdtempSync(join(home, 'data-'));

/** One sentence and no stack trace. */
const oneSentence = (output: string) => output.trim().split('\n').length === 1 && !output.includes(' at ');

/** A port something listens on, and how to let it go. */
async function takenPort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? String(address.port) : '';
  return { port, free: () => once(server.close(), 'close') };
}

describe('a start that cannot be', () => {
  it('names both ports when both are taken, and leaves no data folder', async () => {
    const [one, other] = [await takenPort(), await takenPort()];
    const folder = join(emptyFolder(), 'data');
    const { code, output } = await refusedStart(['--empty'], {
      ANJU_DATA: folder,
      PORT: one.port,
      S3_PORT: other.port,
    });
    await Promise.all([one.free(), other.free()]);
    expect(code).toBe(1);
    expect(output).toContain(`Ports ${one.port} and ${other.port} are in use`);
    expect(oneSentence(output), output).toBe(true);
    expect(existsSync(folder)).toBe(false);
  });

  it.each(['PORT', 'S3_PORT'])('says in one sentence that %s is busy', async (name) => {
    const { port, free } = await takenPort();
    const { code, output } = await refusedStart(['--empty'], { ANJU_DATA: emptyFolder(), [name]: port });
    await free();
    expect(code).toBe(1);
    expect(output).toContain(port);
    expect(oneSentence(output), output).toBe(true);
  });

  it.each([
    ['a folder of something else', (folder: string) => writeFileSync(join(folder, 'letter.txt'), 'x')],
    ['a marker that cannot be read', (folder: string) => writeFileSync(join(folder, 'anju.json'), '{')],
    [
      'a damaged table',
      (folder: string) => {
        writeFileSync(join(folder, 'anju.json'), '{"format":1,"province":"43"}');
        mkdirSync(join(folder, 'table'));
        writeFileSync(join(folder, 'table', 'CURRENT'), 'MANIFEST-999999\n');
      },
    ],
    [
      'a damaged object index',
      (folder: string) => {
        writeFileSync(join(folder, 'anju.json'), '{"format":1,"province":"43"}');
        mkdirSync(join(folder, 'objects'));
        writeFileSync(join(folder, 'objects', 'objects.journal'), 'damage\nmore damage\n');
      },
    ],
    [
      'a damaged queue',
      (folder: string) => {
        writeFileSync(join(folder, 'anju.json'), '{"format":1,"province":"43"}');
        mkdirSync(join(folder, 'queues'));
        writeFileSync(join(folder, 'queues', 'ingest'), 'x');
      },
    ],
  ])('says in one sentence that the data folder is %s', async (_, damage) => {
    const folder = emptyFolder();
    damage(folder);
    const { code, output } = await refusedStart(['--empty'], { ANJU_DATA: folder });
    expect(code).toBe(1);
    expect(output).toContain(folder);
    expect(oneSentence(output), output).toBe(true);
  });

  describe('over a folder that was in use', () => {
    const used = emptyFolder();

    let meanwhile: Awaited<ReturnType<typeof refusedStart>>;
    beforeAll(async () => {
      const first = await startAnju(used, ['--empty']);
      meanwhile = await refusedStart(['--empty'], { ANJU_DATA: used });
      await first.stop();
    });

    it('says that another Anju uses it', () => {
      const { code, output } = meanwhile;
      expect(code).toBe(1);
      expect(oneSentence(output), output).toBe(true);
    });

    it.each(['table/CURRENT', 'objects/objects.journal', 'token-secret'])(
      'says in one sentence that %s is missing',
      async (part) => {
        const folder = emptyFolder();
        cpSync(used, folder, { recursive: true });
        rmSync(join(folder, part));
        const { code, output } = await refusedStart(['--empty'], { ANJU_DATA: folder });
        expect(code).toBe(1);
        expect(output).toContain(part);
        expect(oneSentence(output), output).toBe(true);
      },
    );
  });

  it.each([
    [['--fresh'], {}, '--empty'],
    [[], { PORT: 'http' }, 'PORT=http'],
  ])('explains %o %o', async (args, env, word) => {
    const { code, output } = await refusedStart(args, { ANJU_DATA: emptyFolder(), ...env });
    expect(code).toBe(1);
    expect(output).toContain(word);
    expect(oneSentence(output), output).toBe(true);
  });
});
