import { openXlsx, saveXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { contracts } from '../../shared/datasets/contracts.ts';
import { datasetIds } from '../../shared/datasets/dataset-ids.ts';
import { exampleRowMark, instructionSheetName } from '../../shared/normalise/marks.ts';
import { formColumns } from '../../shared/templates/form-columns.ts';
import { makeTemplate } from '../../shared/templates/template.ts';
import { filledRow, rowsOfForm } from './support/filled-rows.ts';
import { ingested } from './support/ingested.ts';

const scope = { area: '431222', period: '2017-04-X3' };
async function opened(bytes: Uint8Array) {
  const workbook = await openXlsx(bytes, { readStyles: true });
  const [instructions, data] = workbook.sheets;
  if (!instructions || !data) throw new Error('a template has two sheets');
  return { workbook, instructions, data };
}

/** A template with rows below its example row, saved as a spreadsheet program does. */
async function filled(template: Uint8Array, rows: readonly (readonly (string | number | null)[])[]) {
  const { workbook, data } = await opened(template);
  for (const [index, row] of rows.entries()) {
    data.rows[4 + index] = [index + 1, ...row];
    for (const [column, value] of row.entries()) {
      const key = `${4 + index},${column + 1}`;
      const cell = data.cells?.get(key);
      if (cell)
        data.cells?.set(key, { ...cell, value, type: typeof value === 'number' ? 'number' : 'string' });
    }
  }
  return saveXlsx(workbook);
}

describe.each(datasetIds)('template of %s', (dataset) => {
  const contract = contracts[dataset];
  const columns = formColumns(contract, scope);
  let template: Uint8Array;
  beforeAll(async () => {
    template = await makeTemplate(contract, scope);
  });

  it.each(['431222/2017-04-X3/file.xlsx', '431222/file.xlsx'])(
    'filled in, it passes ingest at %s',
    async (key) => {
      const count = rowsOfForm(contract);
      const rows = Array.from({ length: count }, (_, index) => filledRow(contract, columns, index));
      const file = await ingested(await filled(template, rows), key);
      expect(file.findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
      expect(file.parts).toMatchObject([
        {
          area: '431222',
          dataset,
          period: '2017-04-X3',
          dataDate: contract.fields.some(({ name }) => name === 'dataDate') ? '2017-04-21' : '2017-04-30',
          accepted: true,
          counts: { rows: count, accepted: count, quarantined: 0, ignored: 0 },
        },
      ]);
    },
  );

  it('left empty it holds no row: the example is not read', async () => {
    const file = await ingested(template, '431222/2017-04-X3/file.xlsx');
    expect(file.parts).toEqual([]);
    expect(file.findings.filter(({ severity }) => severity === 'error')).toMatchObject([{ code: 'no_rows' }]);
  });

  it('its example is a row that would be accepted', async () => {
    const example = columns.map((column) => (column.example === '' ? null : column.example));
    const file = await ingested(await filled(template, [example]), '431222/2017-04-X3/file.xlsx');
    expect(file.parts[0]?.counts).toEqual({ rows: 1, accepted: 1, quarantined: 0, ignored: 0 });
  });

  it('offers the contract’s values, keeps codes as text, and explains every field', async () => {
    const { instructions, data } = await opened(template);
    expect(instructions.name).toBe(instructionSheetName);
    const explained = instructions.rows.map(([first]) => first);
    for (const { zh } of contract.fields) expect(explained).toContain(zh);
    expect(data.rows[3]?.[0]).toBe(exampleRowMark);
    for (const [index, { field, choices, isText }] of columns.entries()) {
      const letters =
        index + 1 < 26 ? String.fromCharCode(65 + index + 1) : `A${String.fromCharCode(65 + index - 25)}`;
      const offered = data.dataValidations?.find(({ range }) => range.startsWith(`${letters}5:`))?.values;
      expect(offered ?? []).toEqual(choices);
      if (field.values) expect(choices).toEqual(field.values.map(({ zh }) => zh));
      expect(choices.join(',').length).toBeLessThanOrEqual(255);
      if (field.type === 'idno') expect(isText).toBe(true);
      for (const row of [4, 1_000]) {
        expect(data.cells?.get(`${row},${index + 1}`)?.style?.numFmt).toBe(isText ? '@' : undefined);
      }
    }
  });

  it('is the same bytes every time', async () => {
    expect(await makeTemplate(contract, scope)).toEqual(template);
  });
});

test('a city’s form offers its counties', () => {
  const county = formColumns(contracts.households, { area: '4312', period: null }).find(
    ({ field }) => field.type === 'areaCode',
  );
  expect(county?.choices).toContain('沅陵县');
  expect(county?.choices.length).toBeGreaterThan(10);
});

test('without area and period it is made all the same, and the key says both', async () => {
  const open = { area: null, period: null };
  const columns = formColumns(contracts.shares, open);
  const template = await makeTemplate(contracts.shares, open);
  const file = await ingested(
    await filled(template, [filledRow(contracts.shares, columns, 1)]),
    '431222/2017/file.xlsx',
  );
  expect(file.parts).toMatchObject([{ area: '431222', period: '2017', accepted: true }]);
});
