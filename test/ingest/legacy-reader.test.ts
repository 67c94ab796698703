import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { threadedReader } from '../../functions/ingest/legacy-reader.ts';
import { keptBundles } from '../../local/run/kept-bundles.ts';
import { localFunctions } from '../../local/run/local-environment.ts';
import { openWorkbook } from '../../shared/workbook/open.ts';
import { defaultReadLimits, type RawRow, WorkbookRefused } from '../../shared/workbook/source.ts';
import { writeXls } from '../workbook/support/xls-writer.ts';

const folder = mkdtempSync(join(tmpdir(), 'anju-legacy-'));
const root = join(import.meta.dirname, '../..');
let bundle: URL;

beforeAll(async () => {
  const { functions } = await keptBundles(localFunctions, root, folder);
  bundle = new URL(functions.get('ingest') ?? pathToFileURL(folder));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bounds = { seconds: 60, megabytes: 1024 };
const file = writeXls([{ name: '台账', rows: [['户主'], ['甲', 5]], hiddenRows: [2] }]);
const job = (name: string): URL => pathToFileURL(join(import.meta.dirname, 'support', name));

async function refusalOf(reading: Promise<unknown>): Promise<object> {
  try {
    await reading;
  } catch (error) {
    if (error instanceof WorkbookRefused) return { code: error.code, ...error.params };
    throw error;
  }
  throw new Error('The file was read; a refusal was expected.');
}

describe('the thread runs the bundle that is deployed', () => {
  test('and reads an .xls', async () => {
    const legacy = threadedReader({ ...bounds, module: bundle });
    const { sheets } = await openWorkbook(file, defaultReadLimits, { legacy });
    const rows: RawRow[] = [];
    for (const sheet of sheets) for await (const block of sheet.rows()) rows.push(...block);
    expect(rows).toEqual([
      { row: 1, cells: ['户主'] },
      { row: 2, cells: ['甲', 5], hidden: true },
    ]);
  });

  test('and hands on what the reader refuses', async () => {
    const legacy = threadedReader({ ...bounds, module: bundle });
    expect(await refusalOf(legacy(file.subarray(0, 900), 'xls', defaultReadLimits))).toMatchObject({
      code: 'corrupt_file',
    });
    const encrypted = writeXls([{ name: '1', rows: [] }], { encrypted: true });
    expect(await refusalOf(legacy(encrypted, 'xls', defaultReadLimits))).toEqual({ code: 'encrypted_file' });
  });
});

test('run from its source, the thread finds its TypeScript', async () => {
  const { sheets } = await threadedReader(bounds)(file, 'xls', defaultReadLimits);
  expect(sheets.map(({ name }) => name)).toEqual(['台账']);
});

describe('a reading that costs too much is ended', () => {
  test('when its time is up', async () => {
    let cancelled = false;
    const cancel = () => {
      cancelled = true;
    };
    const deadline = () => ({ passed: Promise.resolve(), cancel });
    const legacy = threadedReader({ seconds: 20, megabytes: 64, deadline, module: job('never-ends.mjs') });
    expect(await refusalOf(legacy(file, 'xls', defaultReadLimits))).toEqual({
      code: 'too_slow_to_read',
      limit: 20,
    });
    expect(cancelled).toBe(true);
  });

  test('when its memory is used up', async () => {
    const legacy = threadedReader({ ...bounds, megabytes: 32, module: job('eats-memory.mjs') });
    expect(await refusalOf(legacy(file, 'xls', defaultReadLimits))).toEqual({
      code: 'too_large',
      what: 'memory',
      limit: 32,
      found: 32,
    });
  });

  test('but a bug of ours stays a fault', async () => {
    const legacy = threadedReader({ ...bounds, module: job('throws.mjs') });
    await expect(legacy(file, 'xls', defaultReadLimits)).rejects.toThrow('a bug of ours');
  });
});
