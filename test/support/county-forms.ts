import fc from 'fast-check';
import { contracts } from '../../shared/datasets/contracts.ts';
import { computeFacts } from '../../shared/indicators/engine.ts';
import { idCheckCharacter } from '../../shared/normalise/cells/identity.ts';
import type { NormalisedFile } from '../../shared/normalise/part.ts';
import type { CellValue } from '../../shared/workbook/source.ts';
import { contextOf, type Grid } from './workbooks.ts';

/** A county's form before it is written: fields, and cells as a clerk types them, by field. */
export interface CountyForm {
  readonly dataset: 'projects' | 'households' | 'fundLedger';
  /** Names of the contract's fields; money is typed in 万元 or 元 as `moneyUnit` says. */
  readonly fields: readonly string[];
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
}

/** Unit in which the money of a form is typed. */
export const moneyUnits = { projects: '万元', households: '元', fundLedger: '元' } as const;

const day = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([month, date]) => `2016-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
const yesNo = fc.constantFrom('是', '否', null);

const project = fc
  .record({
    planYear: fc.constantFrom(2016, 2017),
    mode: fc.constantFrom('集中', '分散'),
    households: fc.integer({ min: 1, max: 400 }),
    size: fc.integer({ min: 2, max: 6 }),
    started: fc.integer({ min: 0, max: 100 }),
    money: fc.integer({ min: 1, max: 9_999_999 }),
    startDate: fc.option(day),
    avoidFlood: yesNo,
  })
  .map(({ households, size, started, money, ...row }) => ({
    projectId: '',
    projectName: '',
    countyCode: '溆浦县',
    ...row,
    plannedHouseholds: households,
    plannedPersons: households * size,
    startedHouseholds: Math.floor((households * started) / 100),
    approvedInvestment: (money / 100).toFixed(2),
  }));

const household = fc
  .record({
    mode: fc.constantFrom('集中', '分散'),
    familySize: fc.integer({ min: 1, max: 9 }),
    isRegistered: fc.constantFrom('是', '否'),
    moveInDate: fc.option(day),
    houseArea: fc.integer({ min: 20, max: 25 }),
    selfRaised: fc.integer({ min: 0, max: 300_000 }),
  })
  .map(({ houseArea, selfRaised, ...row }) => ({
    ...row,
    headName: '张三',
    countyCode: '溆浦县',
    townshipName: '卢峰镇',
    villageName: '一村',
    projectId: 'XP-1001',
    houseArea: houseArea * row.familySize,
    selfRaised: (selfRaised / 100).toFixed(2),
  }));

const entry = fc
  .record({
    entryType: fc.constantFrom('预算下达', '分解到项目', '到账'),
    entryDate: day,
    source: fc.constantFrom('中央预算内投资', '地方政府债券', '长期政策性贷款'),
    money: fc.integer({ min: 1, max: 9_999_999 }),
  })
  .map(({ money, ...row }) => ({
    entryNo: '',
    ...row,
    docNo: '湘财预〔2016〕17号',
    projectId: 'XP-1001',
    amount: (money / 100).toFixed(2),
  }));

function idOf(n: number): string {
  const body = `990101198001${String((n % 28) + 1).padStart(2, '0')}${String(n).padStart(3, '0')}`;
  return body + idCheckCharacter(body);
}

/** A form of one to four rows, any of the datasets, its keys unlike. */
export const countyForm: fc.Arbitrary<CountyForm> = fc.oneof(
  fc.array(project, { minLength: 1, maxLength: 4 }).map(
    (rows): CountyForm => ({
      dataset: 'projects',
      fields: Object.keys(rows[0] ?? {}),
      rows: rows.map((row, n) => ({
        ...row,
        projectId: `XP-${1001 + n}`,
        projectName: `某安置点${'甲乙丙丁'[n]}`,
      })),
    }),
  ),
  fc.array(household, { minLength: 1, maxLength: 4 }).map(
    (rows): CountyForm => ({
      dataset: 'households',
      fields: ['headIdNo', ...Object.keys(rows[0] ?? {})],
      rows: rows.map((row, n) => ({ ...row, headIdNo: idOf(n + 1) })),
    }),
  ),
  fc.array(entry, { minLength: 1, maxLength: 4 }).map(
    (rows): CountyForm => ({
      dataset: 'fundLedger',
      fields: Object.keys(rows[0] ?? {}),
      rows: rows.map((row, n) => ({ ...row, entryNo: `LS-${n + 1}` })),
    }),
  ),
);

/** The header of a field: its canonical label, money with the unit it is typed in. */
export function labelOf({ dataset }: CountyForm, name: string): string {
  const field = contracts[dataset].fields.find((one) => one.name === name);
  if (!field) throw new RangeError(name);
  return field.type === 'money' ? `${field.zh}（${moneyUnits[dataset]}）` : field.zh;
}

/** The form as a grid: header, rows; `label` and `cell` change what is written. */
export function gridOf(
  form: CountyForm,
  label: (name: string) => string = (name) => labelOf(form, name),
  cell: (value: string | number | null, name: string) => CellValue = (value) => value,
): CellValue[][] {
  return [
    form.fields.map(label),
    ...form.rows.map((row) => form.fields.map((name) => cell(row[name] ?? null, name))),
  ];
}

/** Rows of a file without where they stood, in the order of their contents; one text per part. */
export function contentOf(file: NormalisedFile): readonly string[] {
  return file.parts.map(({ area, dataset, period, dataDate, accepted, table }) => {
    const names = table.columnNames().filter((name) => name !== 'sourceRow' && name !== 'sourceSheet');
    const rows = Array.from({ length: table.numRows() }, (_, n) =>
      JSON.stringify(names.map((name) => table.get(name, n))),
    );
    return JSON.stringify([area, dataset, period, dataDate, accepted, names, rows.sort()]);
  });
}

/** Facts that the file gives by itself, of relocation or of funds, without the rows that findings name. */
export function factsOf(file: NormalisedFile): string {
  const { policy } = contextOf();
  const facts = file.parts.map(({ dataset, period, dataDate, table }) => {
    const batches = { [dataset]: [{ id: 'batch', dataset, period, dataDate, table }] };
    const { components, dataDates, findings } = computeFacts(dataset === 'fundLedger' ? 'fund' : 'reloc', {
      area: '431224',
      period: '2017-04-X3',
      policy,
      batches,
    });
    return [components, dataDates, findings.map(({ rows: _, ...finding }) => finding)];
  });
  return JSON.stringify(facts);
}

/** Writes a grid as text cells, as a CSV would hold it. */
export function asText(grid: Grid): CellValue[][] {
  return grid.map((row) => row.map((cell) => (typeof cell === 'number' ? String(cell) : cell)));
}
