import { example, file, type RouteDescription } from '../description.ts';

export const pageRoutes = {
  home: {
    group: 'pages',
    summary: { zh: '一个地区的页面', en: 'The page of an area' },
    answers: [file('text/html; charset=utf-8', { zh: '页面', en: 'the page' }, 'text')],
    examples: [example({ area: '4312', lang: 'en' })],
  },
} as const satisfies Readonly<Record<string, RouteDescription>>;
