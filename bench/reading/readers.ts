import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { streamXlsxRows } from 'hucre/xlsx';
import Papa from 'papaparse';
import { knowsHeader } from '../../shared/normalise/knows-header.ts';
import { normaliseFile } from '../../shared/normalise/normalise-file.ts';
import { createTokeniser } from '../../shared/privacy/tokens.ts';
import { policyOn } from '../../shared/programme/policy.ts';
import { openWorkbook } from '../../shared/workbook/open.ts';
import { defaultReadLimits, type Workbook, WorkbookRefused } from '../../shared/workbook/source.ts';
import { type Began, beginning } from '../cost.ts';
import { exceljsStream, sheetjs } from './libraries.mjs';

/** What a reader found, for the comparison. */
export interface Found {
  readonly began: Began;
  readonly rows: number;
  readonly cells?: number;
  /** What reading ended in, where that is the question. */
  readonly ends?: string;
}

/** Half a million rows are over the limit of a county's file; the reader itself is measured. */
const limits = { ...defaultReadLimits, maxRows: 1_048_576 };

async function own(file: string): Promise<Found> {
  const began = beginning();
  return { began, ...(await countCells(await openWorkbook(readFileSync(file), limits))) };
}

async function countCells({ sheets }: Workbook): Promise<{ rows: number; cells: number }> {
  let [rows, cells] = [0, 0];
  for (const sheet of sheets) {
    for await (const block of sheet.rows()) {
      for (const row of block) {
        rows++;
        for (const cell of row.cells) if (cell !== null) cells++;
      }
    }
  }
  return { rows, cells };
}

async function hucreStream(file: string): Promise<Found> {
  const began = beginning();
  let [rows, cells] = [0, 0];
  for await (const row of streamXlsxRows(readFileSync(file))) {
    rows++;
    for (const cell of row.values) if (cell !== null && cell !== undefined) cells++;
  }
  return { began, rows, cells };
}

const secret = new Uint8Array(32).fill(7);

/** From the bytes of a CSV to the batch: decoded, recognised, checked, tokens made, columns built. */
async function csvToBatch(file: string): Promise<Found> {
  const began = beginning();
  const workbook = await openWorkbook(readFileSync(file), limits, { knowsHeader });
  const { parts } = await normaliseFile(workbook, {
    province: '43',
    keyArea: '431224',
    keyPeriod: '2017',
    fileName: '花名册.csv',
    uploadDay: '2017-12-31',
    policy: policyOn('2017-12-31'),
    tokens: createTokeniser(secret),
  });
  return { began, rows: parts.reduce((sum, part) => sum + part.counts.accepted, 0) };
}

/** What the normaliser cannot do without: papaparse over decoded text, and the two tokens of a household. */
async function csvParseAndTokens(file: string): Promise<Found> {
  const began = beginning();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const bytes = readFileSync(file);
  const token = (text: string) =>
    createHmac('sha256', secret).update(text).digest().toString('base64url', 0, 16);
  let rows = -1;
  let tokens = 0;
  let unread = '';
  const pieceBytes = 64 * 1024;
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const last = at + pieceBytes >= bytes.length;
    unread += decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: !last });
    const parser = new Papa.Parser({ delimiter: ',', newline: '\n', quoteChar: '"' });
    const answer: { data: readonly (readonly string[])[]; meta: { cursor: number } } = parser.parse(
      unread,
      0,
      !last,
    );
    for (const [householdNo = '', , idNumber = ''] of answer.data) {
      if (idNumber === '') continue;
      rows++;
      tokens += token(`H${idNumber}`).length + token(`N431224${householdNo}`).length;
    }
    unread = unread.slice(answer.meta.cursor);
  }
  return { began, rows: tokens > 0 ? rows : 0 };
}

/** What reading a hostile file ends in: a refusal's code, or the number of filled cells. */
async function ending(file: string): Promise<Found> {
  const began = beginning();
  try {
    const workbook = await openWorkbook(readFileSync(file), defaultReadLimits, { knowsHeader });
    const { rows, cells } = await countCells(workbook);
    return { began, rows, ends: `${cells} cells` };
  } catch (error) {
    if (error instanceof WorkbookRefused) return { began, rows: 0, ends: error.code };
    throw error;
  }
}

/** Readers by the name a run is asked for. */
export const readers: Readonly<Record<string, (file: string) => Promise<Found>>> = {
  own,
  ending,
  'hucre-stream': hucreStream,
  'exceljs-stream': exceljsStream,
  sheetjs,
  'csv-to-batch': csvToBatch,
  'csv-parse-and-tokens': csvParseAndTokens,
};
