import { describe, expect, test } from 'vitest';
import { builtInKind, formatCodeKind } from '../../shared/workbook/number-formats.ts';

describe('built-in number formats', () => {
  test.each([
    [0, 'plain'],
    [1, 'plain'],
    [4, 'plain'],
    [9, 'percent'],
    [10, 'percent'],
    [11, 'plain'],
    [14, 'date'],
    [22, 'date'],
    [23, 'plain'],
    [27, 'date'],
    [36, 'date'],
    [37, 'plain'],
    [45, 'date'],
    [49, 'plain'],
    [50, 'date'],
    [58, 'date'],
    [59, 'plain'],
  ])('%i is %s', (id, kind) => expect(builtInKind(id)).toBe(kind));
});

describe('custom number formats', () => {
  test.each([
    ['yyyy"年"m"月"d"日"', 'date'],
    ['yyyy/m/d;@', 'date'],
    ['[$-804]yyyy"年"m"月"d"日";@', 'date'],
    ['[DBNum1][$-804]yyyy"年"m"月"', 'date'],
    ['h"时"mm"分"', 'date'],
    ['[h]:mm', 'date'],
    ['[$-804]aaaa', 'date'],
    ['e"年"', 'date'],
    ['mm:ss.0', 'date'],
    ['0.00%', 'percent'],
    ['0%;[Red]-0%', 'percent'],
    ['General', 'plain'],
    ['G/通用格式', 'plain'],
    ['0.00', 'plain'],
    ['#,##0.00"元/m²"', 'plain'],
    ['0"户"', 'plain'],
    ['0\\m', 'plain'],
    ['0_m', 'plain'],
    ['*m0', 'plain'],
    ['[Red]0.00;[>=100]0', 'plain'],
    ['0.00E+00', 'plain'],
    ['"%"0', 'plain'],
    ['0\\%', 'plain'],
    ['@', 'plain'],
    ['', 'plain'],
    ['"unclosed d', 'plain'],
  ])('%s is %s', (code, kind) => expect(formatCodeKind(code)).toBe(kind));
});
