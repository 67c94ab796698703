import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knowsHeader } from '../../shared/normalise/knows-header.ts';
import { normaliseFile } from '../../shared/normalise/normalise-file.ts';
import { openWorkbook } from '../../shared/workbook/open.ts';
import { defaultReadLimits } from '../../shared/workbook/source.ts';
import { contextOf } from '../support/workbooks.ts';
import { writeXls } from './support/xls-writer.ts';
import { writeXlsxParts } from './support/xlsx-writer.ts';

type Table = readonly (readonly (string | number | null)[])[];

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const letter = (index: number): string => String.fromCharCode(0x41 + index);

const writers: Readonly<Record<string, (table: Table) => Uint8Array>> = {
  xlsx: (table) =>
    writeXlsxParts({
      rows: table
        .map(
          (cells, row) =>
            `<row r="${row + 1}">${cells
              .map((cell, column) => {
                const at = `${letter(column)}${row + 1}`;
                if (cell === null) return '';
                if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
                return `<c r="${at}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
              })
              .join('')}</row>`,
        )
        .join(''),
    }),
  xls: (table) => writeXls([{ name: '表1', rows: table }]),
  html: (table) =>
    Buffer.from(
      `<html><body><table>${table
        .map((cells) => `<tr>${cells.map((cell) => `<td>${escaped(String(cell ?? ''))}</td>`).join('')}</tr>`)
        .join('')}</table></body></html>`,
    ),
  csv: (table) =>
    Buffer.from(`${table.map((cells) => cells.map((cell) => cell ?? '').join(',')).join('\n')}\n`),
};

const header = [
  '项目编号',
  '项目名称',
  '县（市、区）',
  '安置方式',
  '年度',
  '安置户数',
  '安置人数',
  '概算总投资（万元）',
];

/** What ingest makes of the table in one format: parts and findings, without the words that name the format. */
async function normalised(file: Uint8Array) {
  const workbook = await openWorkbook(file, defaultReadLimits, { knowsHeader });
  const { parts, findings } = await normaliseFile(workbook, contextOf({ fileName: '台账' }));
  return {
    parts: parts.map(({ dataset, area, period, counts, table }) => ({
      dataset,
      area,
      period,
      counts,
      rows: table.objects(),
    })),
    findings: findings.map(({ code, row, field }) => ({ code, row, field })),
  };
}

const row = fc
  .record({
    households: fc.integer({ min: 1, max: 400 }),
    size: fc.integer({ min: 2, max: 6 }),
    mode: fc.constantFrom('集中安置', '分散安置', '集中'),
    money: fc.integer({ min: 1, max: 9000 }),
    name: fc.string({ unit: fc.constantFrom(...'城南安置点一二三㎡𠮷&<'), minLength: 1, maxLength: 8 }),
  })
  .map(({ households, size, mode, money, name }) => [
    name,
    '溆浦县',
    mode,
    2017,
    households,
    households * size,
    money,
  ]);

describe('the same rows in any format are the same normalised rows', () => {
  test.each(['xls', 'html', 'csv'])('as .xlsx and as %s', async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
        const table = [header, ...rows.map((cells, index) => [`XP-${index}`, ...cells])];
        const expected = await normalised(writers.xlsx?.(table) ?? new Uint8Array(0));
        expect(expected.parts.map(({ counts }) => counts.accepted)).toEqual([rows.length]);
        expect(await normalised(writers[format]?.(table) ?? new Uint8Array(0))).toEqual(expected);
      }),
      { numRuns: 350 },
    );
  });
});
