import type { Bilingual } from '../text/languages.ts';
import type { PathFault, Refusal } from './refusal-reasons.ts';

interface RefusalWords {
  readonly why: string;
  left(count: number, list: string): string;
  readonly next: Readonly<Record<PathFault, (workbook: string) => string>>;
}

const words: Readonly<Record<keyof Bilingual, RefusalWords>> = {
  zh: {
    why: '退回原因',
    left: (count, list) => `  另有 ${count} 处，见错误清单 ${list}`,
    next: {
      path: () =>
        '下一步　请换用正确的路径“行政区划代码/报告期/文件名”重新上报，如 431224/2017-04-X3/项目台账.xlsx',
      path_or_file: (workbook) =>
        `下一步　路径写错的，换用正确的路径“行政区划代码/报告期/文件名”重新上报，如 431224/2017-04-X3/项目台账.xlsx；表中写错的，下载标出错误的工作簿 ${workbook}，改好后用原来的路径重新上报`,
      none: (workbook) => `下一步　下载标出错误的工作簿 ${workbook}，改好后用原来的路径重新上报`,
    },
  },
  en: {
    why: 'Why it was rejected',
    left: (count, list) => `  and ${count} more: ${list}`,
    next: {
      path: () =>
        'Next: send it again to the right path, <area>/<period>/<file name>, such as 431224/2017-04-X3/projects.xlsx, and not to the old one',
      path_or_file: (workbook) =>
        `Next: if the path is wrong, send it again to the right path, <area>/<period>/<file name>, such as 431224/2017-04-X3/projects.xlsx, else get the workbook with its errors marked, ${workbook}, mend it and send it again`,
      none: (workbook) =>
        `Next: get the workbook with its errors marked, ${workbook}, mend it and send it again`,
    },
  },
};

/** Why something was rejected, and what the county does next; nothing for a receipt without. */
export function refusalLines(
  uploadId: string,
  { reasons, left, fault }: Refusal,
  language: keyof Bilingual,
): readonly string[] {
  if (reasons.length === 0) return [];
  const { why, left: further, next } = words[language];
  const upload = `/v1/uploads/${uploadId}`;
  return [
    '',
    why,
    ...reasons.map(({ place, message }) => `  ${place === '' ? '' : `${place}  `}${message[language]}`),
    ...(left > 0 ? [further(left, `${upload}/findings.csv`)] : []),
    next[fault](`${upload}/annotated.xlsx`),
  ];
}
