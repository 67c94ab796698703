import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { dictionaryEntries, dictionaryRows } from '../../shared/api/docs/dictionary/rows.ts';
import { csvText } from '../../shared/api/http/csv.ts';
import { routeParameters } from '../../shared/api/query/route-parameters.ts';
import { shapes } from '../../shared/api/shaped/shapes.ts';
import { contracts } from '../../shared/datasets/contracts.ts';
import { wholeCatalogue } from '../../shared/indicators/whole-catalogue.ts';
import { columnTitles } from '../../shared/messages/result-columns.ts';

const entries = dictionaryEntries();
const told = (kind: string) =>
  new Set(entries.filter((one) => one.kind === kind).map(({ of = '', id }) => `${of} ${id}`));
const ids = (kind: string) => new Set(entries.filter((one) => one.kind === kind).map(({ id }) => id));

describe('the dictionary', () => {
  it.each([
    ['indicator', wholeCatalogue.map(({ id }) => id)],
    ['breakdown', wholeCatalogue.flatMap(({ breakdowns }) => breakdowns)],
    ['parameter', Object.values(routeParameters).flatMap((all) => all.map(({ name }) => name))],
    ['column', Object.keys(columnTitles)],
    ['column', Object.values(shapes).flatMap(({ columns }) => columns.map(({ id }: { id: string }) => id))],
    ['dataset', Object.keys(contracts)],
  ])('has every %s', (kind, wanted) => {
    expect(wanted.filter((id) => !ids(kind).has(id))).toEqual([]);
  });

  it('has every field of every dataset with its headers, and every code', () => {
    const fields = Object.values(contracts).flatMap(({ id, fields: own }) =>
      own.map((field) => ({ dataset: id, field })),
    );
    const missing = fields.filter(({ dataset, field }) => !told('field').has(`${dataset} ${field.name}`));
    const codes = fields.flatMap(({ dataset, field }) =>
      (field.values ?? []).map(({ code }) => `${dataset}.${field.name} ${code}`),
    );
    expect([missing, codes.filter((code) => !told('code').has(code))]).toEqual([[], []]);
  });

  it('tells nothing twice', () => {
    const names = entries.map(({ kind, of, id }) => `${kind} ${of ?? ''} ${id}`);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it.each(['zh', 'en'] as const)('is a sheet in %s that no spreadsheet takes for a formula', (language) => {
    const text = csvText(dictionaryRows(language));
    const { data, errors } = Papa.parse<string[]>(text.slice(1), { newline: '\r\n', skipEmptyLines: true });
    expect([errors, text[0]]).toEqual([[], '\ufeff']);
    expect(new Set(data.map((row) => row.length)).size).toBe(1);
    expect(data.flat().filter((cell) => /^[=+\-@＝＋－＠\t\r]/.test(cell))).toEqual([]);
    const start = data.find(([, , id]) => id === 'reloc.start_rate');
    const definition = wholeCatalogue.find(({ id }) => id === 'reloc.start_rate');
    expect(start).toEqual(expect.arrayContaining([definition?.name.zh, definition?.name.en]));
    expect(start).toContain(definition?.formula[language]);
  });
});
