import { describe, expect, it } from 'vitest';
import { catalogue } from '../../shared/indicators/catalogue.ts';
import type { IndicatorDefinition } from '../../shared/indicators/definition.ts';
import type { Observation } from '../../shared/indicators/observation.ts';
import { periodText } from '../../shared/messages/period-text.ts';
import { countedText, fractionText, grouped, moneyText, shanghaiTime, valueText } from '../../web/format.ts';
import { html } from '../../web/html.ts';

const observed = (over: Partial<Observation>): Observation => ({
  indicator: 'reloc.start_rate',
  area: '4312',
  period: '2017-04-X3',
  dataDate: null,
  breakdown: {},
  parameters: {},
  value: null,
  numerator: null,
  denominator: null,
  unit: '%',
  status: 'ok',
  rag: null,
  coverage: 1,
  lastReported: null,
  ...over,
});

describe('numbers for people', () => {
  it.each([
    [0, 0, '0'],
    [999, 0, '999'],
    [1234567, 0, '1,234,567'],
    [3147.24, 1, '3,147.2'],
    [83.35, 1, '83.4'],
    [-0.04, 1, '0.0'],
    [-12345.6, 1, '−12,345.6'],
  ])('%d to %i decimals is %s', (value, decimals, text) => {
    expect(grouped(value, decimals)).toBe(text);
  });

  it.each([
    [observed({ value: 0.833387 }), '83.3%', ''],
    [observed({ value: 1.191003 }), '119.1%', ''],
    [observed({ value: 0.233387, unit: 'pp' }), '+23.3', '个百分点'],
    [observed({ value: -0.01, unit: 'pp' }), '−1.0', '个百分点'],
    [observed({ value: 1204, unit: '户' }), '1,204', '户'],
    [observed({ value: 0.3412, unit: '–' }), '0.341', ''],
    [observed({ value: 412.5, unit: '元/户' }), '413', '元/户'],
    [observed({ status: 'no_data' }), '尚无数据', ''],
    [observed({ status: 'not_applicable' }), '不适用', ''],
  ])('%j is %s %s', (observation, figure, unit) => {
    expect(valueText(observation, 'zh')).toEqual({ figure, unit });
  });

  it.each([
    [314_000_000, 'zh', '314.00 万元'],
    [605_000_000_000, 'zh', '60.50 亿元'],
    [314_000_000, 'en', '¥3.14 m'],
    [605_000_000_000, 'en', '¥6.05 bn'],
  ] as const)('%d 分 in %s is %s', (fen, language, text) => {
    expect(moneyText(fen, language)).toBe(text);
  });
});

describe('what stands above and below the line', () => {
  const fraction = (countUnit: IndicatorDefinition['countUnit'], parameters = {}) => {
    const [indicator] = catalogue;
    if (!indicator) throw new RangeError('no indicator');
    const observation = observed({ numerator: 2_000_000, denominator: 4, parameters });
    const definition = { ...indicator, kind: 'ratio', countUnit } as const;
    return [fractionText(observation, definition, 'zh'), countedText(observation, definition, 'zh')];
  };

  it.each([
    ['户', {}, '2,000,000 / 4', '户'],
    ['分', {}, '2.00 万元 / 0.00 万元', ''],
    ['分/户', {}, '2.00 万元 / 4', '户'],
    ['笔/分', { basis: 'count' }, '2,000,000 / 4', '笔'],
    ['笔/分', { basis: 'amount' }, '2.00 万元 / 0.00 万元', ''],
    ['户/人/个', { basis: 'persons' }, '2,000,000 / 4', '人'],
  ] as const)('in %s with %j it is %s %s', (unit, parameters, text, counted) => {
    expect(fraction(unit, parameters)).toEqual([text, counted]);
  });
});

describe('times for people', () => {
  it.each([
    ['2017', '2017年'],
    ['2017-Q2', '2017年第2季度'],
    ['2017-04', '2017年4月'],
    ['2017-04-X1', '2017年4月上旬'],
    ['2017-04-X3', '2017年4月下旬'],
  ])('%s is %s', (period, text) => {
    expect(periodText(period, 'zh')).toBe(text);
  });

  it('are of Asia/Shanghai', () => {
    expect(shanghaiTime('2017-04-22T16:30:00.000Z')).toBe('2017-04-23 00:30');
  });
});

describe('markup', () => {
  it('escapes what is filled in and keeps what is markup', () => {
    const inner = html`<b>${'<&>"\''}</b>`;
    expect(html`<i title="${'"'}">${inner}${[inner]}${null}${3}</i>`.text).toBe(
      '<i title="&quot;"><b>&lt;&amp;&gt;&quot;&#39;</b><b>&lt;&amp;&gt;&quot;&#39;</b>3</i>',
    );
  });
});
