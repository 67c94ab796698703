/** The datasets a county may send (domain.md §4); three more join with the indicators issue. */
export const datasetIds = [
  'targets',
  'projects',
  'households',
  'persons',
  'industryProjects',
  'shares',
  'fundParties',
  'fundLedger',
] as const;

export type DatasetId = (typeof datasetIds)[number];

/** Whether a text names a dataset. */
export function isDatasetId(text: string): text is DatasetId {
  return (datasetIds as readonly string[]).includes(text);
}
