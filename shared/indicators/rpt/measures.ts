/** What a county's progress report is held against: rates of the plan, counts of households, money in 分. */
export const measures = [
  'start_rate',
  'completion_rate',
  'started',
  'completed',
  'occupied',
  'received',
  'paid',
] as const;
export type Measure = (typeof measures)[number];
