import { writeXlsx } from 'hucre/xlsx';
import { contracts } from '../../../shared/datasets/contracts.ts';
import type { DatasetId } from '../../../shared/datasets/dataset-ids.ts';
import { madeUpId } from './filled-rows.ts';

/** A cell as a clerk types it. */
export type Typed = string | number | null;

/** A sheet of a dataset: fields in the order of their columns, rows by field. */
export interface FormSheet {
  readonly name: string;
  readonly dataset: DatasetId;
  readonly rows: readonly Readonly<Record<string, Typed>>[];
}

/** Rows above the first data row: title and header. */
const rowsAbove = 2;

/** The workbook of 溆浦县: two projects, four households, six persons. */
export const countySheets: readonly FormSheet[] = [
  {
    name: '项目',
    dataset: 'projects',
    rows: [1, 2].map((n) => ({
      projectId: `XP-2017-00${n}`,
      projectName: `第${n}安置点`,
      countyCode: '溆浦县',
      mode: n === 1 ? '集中' : '分散',
      planYear: 2017,
      plannedHouseholds: 40 * n,
      plannedPersons: 160 * n,
      startedHouseholds: 20 * n,
      completedHouseholds: 10 * n,
      occupiedHouseholds: 5 * n,
      startDate: '2017-03-01',
      approvedInvestment: 2000 * n,
    })),
  },
  {
    name: '花名册',
    dataset: 'households',
    rows: [0, 1, 2, 3].map((n) => ({
      headIdNo: madeUpId(n),
      headName: '张三',
      countyCode: '溆浦县',
      townshipName: '卢峰镇',
      villageName: '横岩村',
      familySize: n === 0 ? 2 : 1 + n,
      isRegistered: n === 3 ? '否' : '是',
      mode: n < 2 ? '集中' : '分散',
      projectId: n < 2 ? 'XP-2017-001' : 'XP-2017-002',
      moveInDate: n === 2 ? null : '2017-02-10',
      outOfPovertyYear: n === 0 ? 2016 : null,
      safetyNetType: n === 1 ? '低保' : '无',
    })),
  },
  {
    name: '就业',
    dataset: 'persons',
    rows: [0, 1, 2, 3, 4, 5].map((n) => ({
      idNo: madeUpId(10 + n),
      name: '李四',
      householdNo: madeUpId(n % 4),
      studentStatus: '非在校生',
      labourSkill: n === 5 ? '丧失' : '普通',
      employmentStatus: ['就业', '务农', '失业'][n % 3] ?? null,
      employmentForm: n % 3 === 0 ? '园区' : null,
      workRegion: n % 3 === 0 ? '县内' : null,
      monthsWorked: n % 3 === 0 ? 3 + n : null,
      monthlyWage: n % 3 === 0 ? 2000 + n : null,
    })),
  },
];

/** The header of a field: its canonical label, money in 元 but for 万元 of investment. */
function labelOf(dataset: DatasetId, name: string): string {
  const field = contracts[dataset].fields.find((one) => one.name === name);
  if (!field) throw new RangeError(`${dataset} has no field ${name}`);
  return field.type === 'money' ? `${field.zh}（${field.unit}）` : field.zh;
}

/** Writes sheets as a workbook; every sheet has a title and its header. */
export function workbookBytes(sheets: readonly FormSheet[] = countySheets): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(({ name, dataset, rows }) => {
      const fields = Object.keys(rows[0] ?? {});
      const header = fields.map((field) => labelOf(dataset, field));
      return {
        name,
        rows: [
          [`溆浦县${contracts[dataset].zh}`],
          header,
          ...rows.map((row) => fields.map((field) => row[field] ?? null)),
        ],
      };
    }),
  });
}

/** The address of a cell: `花名册!B3`; fields stand in the order of the row's keys. */
export function addressOf({ name, rows }: FormSheet, row: number, field: string): string {
  const column = Object.keys(rows[0] ?? {}).indexOf(field);
  return `${name}!${String.fromCharCode(65 + column)}${row + rowsAbove + 1}`;
}

/** The sheets with one cell typed otherwise. */
export function withCell(
  sheets: readonly FormSheet[],
  at: { readonly sheet: number; readonly row: number; readonly field: string },
  value: Typed,
): readonly FormSheet[] {
  return sheets.map((sheet, index) =>
    index !== at.sheet
      ? sheet
      : {
          ...sheet,
          rows: sheet.rows.map((row, n) => (n === at.row ? { ...row, [at.field]: value } : row)),
        },
  );
}
