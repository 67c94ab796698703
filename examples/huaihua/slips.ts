import type { Form } from './form.ts';
import { type ProjectRow, projectsForm } from './sheets/projects-sheet.ts';

/** A county whose first file of a 旬 had a mistake in it; the report that follows is right. */
export const slip = {
  county: '431226',
  period: '2017-04-X1',
  /** Stands in the file's name. */
  draft: '初稿',
  what: 'the third project is neither concentrated nor scattered, so that its row is sent back',
} as const;

const slippedRow = 3;

/** The projects ledger with the mistake. */
export const slippedProjectsForm: Form<ProjectRow> = {
  ...projectsForm,
  columns: projectsForm.columns.map((column) =>
    column.labels[0] === '安置方式'
      ? {
          ...column,
          cell: (row, habits, nth) => (nth === slippedRow ? '待定' : column.cell(row, habits, nth)),
        }
      : column,
  ),
};
