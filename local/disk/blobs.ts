import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { renameDurably, syncFolder } from './durable.ts';

/** Content on disk: its SHA-256 in hex, which is also its file name, and its size in bytes. */
export interface Blob {
  readonly sha256: string;
  readonly size: number;
}

/** A blob being written; it becomes visible, whole, with `keep`. */
export interface BlobDraft {
  write(bytes: Uint8Array): Promise<void>;
  keep(): Promise<Blob>;
  discard(): Promise<void>;
}

/** A folder of immutable content, named by hash: written beside, synced, then renamed. */
export interface BlobFolder {
  draft(): Promise<BlobDraft>;
  /** Bytes `start` to `end`, both inclusive. */
  read(blob: Blob, start: number, end: number): AsyncIterable<Uint8Array>;
  /** Deletes drafts that a kill left and every blob that is not wanted. */
  sweep(wanted: (sha256: string) => boolean): Promise<void>;
}

/** Opens the folder, or makes it. */
export async function openBlobFolder(folder: string): Promise<BlobFolder> {
  const drafts = join(folder, 'drafts');
  const shelf = (sha256: string) => join(folder, sha256.slice(0, 2));
  await mkdir(drafts, { recursive: true });

  return {
    async draft() {
      const path = join(drafts, randomBytes(16).toString('hex'));
      const handle = await open(path, 'wx', 0o600);
      const hash = createHash('sha256');
      let size = 0;
      return {
        async write(bytes) {
          hash.update(bytes);
          size += bytes.length;
          await handle.appendFile(bytes);
        },
        async keep() {
          await handle.sync();
          await handle.close();
          const sha256 = hash.digest('hex');
          if (await mkdir(shelf(sha256), { recursive: true })) await syncFolder(folder);
          await renameDurably(path, join(shelf(sha256), sha256));
          return { sha256, size };
        },
        async discard() {
          await handle.close().catch(() => undefined);
          await rm(path, { force: true });
        },
      };
    },

    read: ({ sha256 }, start, end) => createReadStream(join(shelf(sha256), sha256), { start, end }),

    async sweep(wanted) {
      await rm(drafts, { recursive: true, force: true });
      await mkdir(drafts, { recursive: true });
      for (const name of await readdir(folder)) {
        if (!/^[0-9a-f]{2}$/.test(name)) continue;
        const stale = (await readdir(join(folder, name))).filter((sha256) => !wanted(sha256));
        await Promise.all(stale.map((sha256) => rm(join(folder, name, sha256), { force: true })));
      }
    },
  };
}
