import { describe, expect, test } from 'vitest';
import { normaliseFile } from '../../shared/normalise/normalise-file.ts';
import { projectRow, projectSheet } from '../support/project-files.ts';
import { contextOf, type Grid, sheetOf, workbookOf } from '../support/workbooks.ts';

const sheet = projectSheet([projectRow(1), projectRow(2)]);
/** The same table one column further right, as under a title in A. */
const moved: Grid = sheet.map((cells, row) => (row === 0 ? cells : [null, ...cells]));

describe('the columns of a file', () => {
  test('stand by field, from 0; a column that is no field is not among them', async () => {
    const { columns } = await normaliseFile(workbookOf(sheetOf(sheet)), contextOf());
    expect(columns).toEqual([
      {
        dataset: 'projects',
        sheets: [0],
        fields: {
          projectId: [1],
          projectName: [2],
          countyCode: [3],
          mode: [4],
          planYear: [5],
          plannedHouseholds: [6],
          plannedPersons: [7],
          occupiedHouseholds: [8],
          approvedInvestment: [9],
        },
      },
    ]);
  });

  test('of sheets laid out alike are told once, of others by themselves', async () => {
    const sheets = [sheet, [['说明']], sheet, moved].map((grid, at) => sheetOf(grid, { name: `表${at}` }));
    const { columns } = await normaliseFile(workbookOf(...sheets), contextOf());
    expect(columns.map(({ sheets: of, fields }) => [of, fields.projectId])).toEqual([
      [[0, 2], [1]],
      [[3], [2]],
    ]);
  });
});
