/** The datasets a county may send (domain.md §4). */
export const datasetIds = [
  'targets',
  'projects',
  'households',
  'persons',
  'industryProjects',
  'shares',
  'fundParties',
  'fundLedger',
  'responsibilities',
  'issues',
  'progressReports',
] as const;

export type DatasetId = (typeof datasetIds)[number];

/** Whether a text names a dataset. */
export function isDatasetId(text: string): text is DatasetId {
  return (datasetIds as readonly string[]).includes(text);
}
