import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exampleFiles } from './huaihua/files.ts';

/** Writes every example file below a folder: `node --import tsx examples/generate.ts OUT`. */
async function generate(folder: string): Promise<{ files: number; rows: number; bytes: number }> {
  const sum = { files: 0, rows: 0, bytes: 0 };
  for (const file of exampleFiles()) {
    const path = join(folder, file.key);
    const bytes = await file.bytes();
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
    sum.files += 1;
    sum.rows += file.rows;
    sum.bytes += bytes.length;
  }
  return sum;
}

const folder = process.argv[2];
if (folder === undefined) {
  console.error('Say where to: node --import tsx examples/generate.ts OUT');
  process.exitCode = 2;
} else {
  const { files, rows, bytes } = await generate(folder);
  console.log(`${files} files, ${rows} rows, ${(bytes / 1e6).toFixed(1)} MB in ${folder}`);
}
