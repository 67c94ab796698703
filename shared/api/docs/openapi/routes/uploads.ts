import { xlsxType } from '../../../../handback/private-copies.ts';
import { alertsAnswer } from '../answers/alerts.ts';
import {
  diffAnswer,
  receiptAnswer,
  uploadAnswer,
  uploadFindingsAnswer,
  uploadsAnswer,
} from '../answers/uploads.ts';
import { example, file, json, linked, type RouteDescription } from '../description.ts';
import { exampleUploadId, uploadInPath } from '../path-parameters.ts';

const one = example({ id: exampleUploadId });

export const uploadRoutes = {
  uploads: {
    group: 'uploads',
    summary: { zh: '上报清单，新的在前', en: 'Uploads, newest first' },
    answers: [
      json(uploadsAnswer, {
        zh: '一页上报；findings 只计读取文件时发现的问题，全部问题数见问题清单和回执',
        en: 'a page of uploads; findings counts what reading the file found, the list of findings and the receipt count all',
      }),
    ],
    examples: [example({ area: '431224', limit: '1' })],
  },
  upload: {
    group: 'uploads',
    summary: { zh: '一次上报及其问题', en: 'One upload with its findings' },
    path: [uploadInPath],
    answers: [json(uploadAnswer, { zh: '上报', en: 'the upload' })],
    examples: [one],
  },
  annotated: {
    group: 'uploads',
    summary: { zh: '标出错误的原表', en: 'The workbook with its errors marked' },
    path: [uploadInPath],
    answers: linked(xlsxType, { zh: '链接给出的工作簿', en: 'the workbook, which the link gives' }),
    problems: ['upload_not_read', 'workbook_gone'],
    examples: [example({ id: exampleUploadId }, 303)],
  },
  uploadFindings: {
    group: 'uploads',
    summary: { zh: '问题清单', en: 'What is to be mended' },
    path: [uploadInPath],
    answers: [
      json(uploadFindingsAnswer, {
        zh: '逐处的问题；counts 计入全部，包括没有逐处列出的',
        en: 'findings, place by place; counts has all of them, also those that are not listed one by one',
      }),
    ],
    examples: [one],
  },
  uploadFindingsCsv: {
    group: 'uploads',
    summary: { zh: '问题清单，CSV', en: 'What is to be mended, as CSV' },
    path: [uploadInPath],
    answers: [file('text/csv; charset=utf-8', { zh: '问题清单', en: 'the findings' }, 'text')],
    examples: [one],
  },
  receipt: {
    group: 'uploads',
    summary: { zh: '回执', en: 'The receipt' },
    path: [uploadInPath],
    answers: [
      {
        status: 200,
        meaning: { zh: '回执，按 Accept 为 JSON 或文字', en: 'the receipt, by Accept as JSON or as text' },
        content: { 'application/json': receiptAnswer, 'text/plain; charset=utf-8': 'text' },
      },
    ],
    examples: [one],
  },
  receiptText: {
    group: 'uploads',
    summary: { zh: '回执，可打印', en: 'The receipt to print' },
    path: [uploadInPath],
    answers: [file('text/plain; charset=utf-8', { zh: '回执', en: 'the receipt' }, 'text')],
    examples: [one],
  },
  diff: {
    group: 'uploads',
    summary: { zh: '上报改变了什么', en: 'What an upload changes' },
    path: [uploadInPath],
    answers: [json(diffAnswer, { zh: '行与指标的变化', en: 'rows and figures that change' })],
    problems: ['diff_not_found'],
    examples: [one],
  },
  alerts: {
    group: 'uploads',
    summary: { zh: '预警', en: 'Alerts' },
    answers: [json(alertsAnswer, { zh: '预警', en: 'what stands against the areas' })],
    examples: [example({ area: '4312' })],
  },
} as const satisfies Readonly<Record<string, RouteDescription>>;
