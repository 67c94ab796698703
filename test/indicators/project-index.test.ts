import { expect, test } from 'vitest';
import { indexProjects } from '../../shared/indicators/project-index.ts';

const find = indexProjects([
  { projectId: 'P-001', projectName: '大东坪 安置点' },
  { projectId: 'P-002', projectName: '大兴安置点' },
  { projectId: 'P-003', projectName: '黄岩安置点' },
  { projectId: 'P-004', projectName: '黄岩安置点二期' },
  { projectId: 'P-005', projectName: '同名安置点' },
  { projectId: 'P-006', projectName: '同名安置点' },
  { projectId: 'P-007', projectName: null },
  { projectId: '黄岩安置点二', projectName: '一号安置点' },
]);

test.each([
  ['its number', 'P-002', 'P-002'],
  ['its number, full width and lower case', 'ｐ－００２', 'P-002'],
  ['its name', '大兴安置点', 'P-002'],
  ['its name, spaces aside', '大 东坪安置点', 'P-001'],
  ['its name in Traditional characters', '大東坪安置點', 'P-001'],
  ['a number whose hyphen stands elsewhere', 'P0-01', null],
  ['a beginning only it has', '大东', 'P-001'],
  ['its whole name before a longer one', '黄岩安置点', 'P-003'],
  ['a number before a beginning', '黄岩安置点二', '黄岩安置点二'],
  ['a beginning two have', '大', null],
  ['a beginning of several names', '黄岩', null],
  ['a name two have', '同名安置点', null],
  ['one character, although only one begins so', '一', null],
  ['part of the middle', '岩安置点', null],
  ['a name with one wrong character', '大车坪安置点', null],
  ['nothing', ' ', null],
])('%s: %s', (_, reference, expected) => {
  expect(find(reference)?.projectId ?? null).toBe(expected);
});
