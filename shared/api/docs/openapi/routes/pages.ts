import { representationDefinitions as formats } from '../../../http/representations.ts';
import { entryAnswer, openapiAnswer } from '../answers/reference.ts';
import { example, file, json, type RouteDescription } from '../description.ts';
import { problemInPath, routeInPath } from '../path-parameters.ts';

const html = 'text/html; charset=utf-8';

export const pageRoutes = {
  home: {
    group: 'pages',
    summary: { zh: '一个地区的页面', en: 'The page of an area' },
    answers: [file(html, { zh: '页面', en: 'the page' }, 'text')],
    examples: [example({ area: '4312', lang: 'en' })],
  },
  docs: {
    group: 'pages',
    summary: { zh: '接口说明', en: 'The docs page' },
    detail: {
      zh: '不用网络，不用脚本；每个地址有一张表单。',
      en: 'Needs no network and no script; every address has a form.',
    },
    answers: [file(html, { zh: '页面', en: 'the page' }, 'text')],
    examples: [example({ lang: 'en' })],
  },
  compose: {
    group: 'pages',
    summary: { zh: '用表单写出一个请求', en: 'Compose a request from a form' },
    path: [routeInPath],
    answers: [file(html, { zh: '地址与命令', en: 'the address and a command' }, 'text')],
    examples: [example({ route: 'areas', pageLang: 'en' })],
  },
  problem: {
    group: 'pages',
    summary: { zh: '一种问题的说明', en: 'What a problem means' },
    detail: {
      zh: 'problem+json 的 type 就是这个地址。',
      en: 'The `type` of a problem document is this address.',
    },
    path: [problemInPath],
    answers: [file(html, { zh: '说明', en: 'the page' }, 'text')],
    examples: [example({ code: 'unknown-area', lang: 'en' })],
  },
  entry: {
    group: 'reference',
    summary: { zh: '各个地址', en: 'Where everything is' },
    answers: [json(entryAnswer, { zh: '链接', en: 'links' })],
    examples: [example()],
  },
  openapi: {
    group: 'reference',
    summary: { zh: 'OpenAPI 文档', en: 'The OpenAPI document' },
    answers: [json(openapiAnswer, { zh: 'OpenAPI 3.1', en: 'OpenAPI 3.1' })],
    examples: [example({ lang: 'en' })],
  },
  dictionary: {
    group: 'reference',
    summary: { zh: '数据字典', en: 'The data dictionary' },
    detail: {
      zh: '指标、细分、参数、列、台账字段与代码，一行一个，中英文对照。',
      en: 'Indicators, breakdowns, parameters, columns, fields and codes, one a row, in Chinese and English.',
    },
    answers: [file(formats.csv.contentType, { zh: '字典', en: 'the dictionary' }, 'text')],
    examples: [example({ lang: 'zh' })],
  },
} as const satisfies Readonly<Record<string, RouteDescription>>;
