import type { FindingCounts } from '../normalise/finding.ts';
import { severityCounts } from './severity-words.ts';

/** First line of what we add to a comment; what stands before it is the county's own. */
export const commentMark = '【安居】';

/** Words of the workbook that is handed back; it is the county's own, and speaks Chinese as the county does. */
export const handbackTexts = {
  columns: ['序号', '级别', '位置', '字段', '问题', 'English'],
  counts: (counts: FindingCounts): string => severityCounts(counts, 'zh'),
  inPlace: '改好标了颜色的单元格，原样再传即可；“错误信息”列和本表不用删除，再传时不会被读取。',
  listOnly: '这里只列出有问题的行。请在原来的文件里改好，再传原来的文件；不要上传本表。',
  rowNumber: '行号',
  file: '（整个文件）',
} as const;
