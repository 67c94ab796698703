import { exampleFiles } from '../../examples/huaihua/files.ts';

let files: ReturnType<typeof filesByKey> | undefined;

function filesByKey() {
  return new Map([...exampleFiles()].map((file) => [file.key, file]));
}

/** Bytes of the first example file whose key has this part; the example itself is thought out once. */
export async function exampleBytes(part: string): Promise<Uint8Array> {
  files ??= filesByKey();
  for (const [key, file] of files) if (key.includes(part)) return file.bytes();
  throw new Error(`no example file ${part}`);
}
