import { beforeAll, describe, expect, it } from 'vitest';
import type { Principal } from '../../shared/access/principal.ts';
import { type Endpoint, endpoint } from '../api/support/endpoint.ts';
import { concentrated, publishShapedCity, scattered } from '../api/support/shaped-city.ts';

let city: Endpoint;
beforeAll(async () => {
  city = endpoint();
  await publishShapedCity(city.items);
});

/** The part of the page that a command room looks at first. */
async function room(url: string, principal?: Principal): Promise<string> {
  const { status, body } = await city.get(url, {}, principal);
  expect(status).toBe(200);
  return /<section id="room".*?<\/section>/s.exec(body)?.[0] ?? '';
}

/** Text of a table's rows, cell by cell. */
const cellsOf = (markup: string): readonly (readonly string[])[] =>
  [...markup.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) =>
      cell
        .replaceAll(/<[^>]+>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    ),
  );

const tableIn = (markup: string, after: string): readonly (readonly string[])[] =>
  cellsOf(markup.slice(markup.indexOf(after)).split('</table>')[0] ?? '');

describe('the burn-up', () => {
  it('says in words, for who sees the drawing and who does not, how far the plan is', async () => {
    const text = await room('/?area=4312&lang=zh');
    const sentence =
      '截至 2017-04-21 开工 83.3%（12,935 / 15,521 户，2/13 县区有数），按节点领先 23.3 个百分点，按线性领先 14.1 个百分点。';
    expect(text.split(sentence)).toHaveLength(3);
    expect(text).toMatch(
      /<svg class="burn-up"[^>]* role="img" aria-labelledby="burn-up-title burn-up-words">/,
    );
    expect(text).toContain('<title id="burn-up-title">2017 年 334 进度</title>');
    expect(text).toContain('2017-05-06 全部开工，比期限早 55 天');
  });

  it('has a table with the numbers of each report', async () => {
    const table = tableIn(await room('/?area=4312&lang=en'), '<details>');
    expect(table).toEqual([
      ['Period', 'Data to', 'Started', 'Due', 'Lead', 'Completed'],
      ['2017-03-X3', '2017-03-31', '59.3% ■', '60.0% · 60.0%', '−0.7 · −0.7', '3.2%'],
      ['2017-04-X1', '2017-04-10', '68.9% ●', '60.0% · 64.4%', '+8.9 · +4.5', '7.1%'],
      ['2017-04-X3', '2017-04-21', '83.3% ●', '60.0% · 69.2%', '+23.3 · +14.1', '11.0%'],
    ]);
  });

  it('draws a step at each node, a line between them, and a dot for each report', async () => {
    const text = await room('/?area=4312&lang=en');
    const [, steps = ''] = /class="plan-step" d="([^"]+)"\/><path class="plan-linear"/.exec(text) ?? [];
    expect(steps.match(/V/g)).toHaveLength(3);
    expect(text.match(/<circle class="started"/g)).toHaveLength(3);
    for (const [, path = ''] of text.matchAll(/ d="([^"]+)"/g)) expect(path).not.toMatch(/NaN|undefined/);
  });
});

describe('the other charts', () => {
  it('rank the areas below, with an arrow and its words', async () => {
    const text = await room('/?area=4312&lang=en');
    expect(tableIn(text, 'Ranking: Start rate').slice(1, 4)).toEqual([
      ['1', 'Hecheng', '83.4% ●', '–'],
      ['2', 'Xupu', '83.3% ●', '–'],
      ['–', 'Zhongfang', 'No data', '–'],
    ]);
  });

  it('show what came over and what did not, and say that others are not compared', async () => {
    const own = tableIn(await room(`/?area=${concentrated}&lang=en`), 'Funds:');
    expect(own.map((cells) => cells.slice(0, 4))).toEqual([
      ['Step', 'Came over, and did not', 'Amount', 'Of the budget'],
      ['Budget issued', '', '¥60.50 m', '100.0%'],
      ['Allocated to projects', 'not allocated ¥5.00 m', '¥55.50 m', '91.7%'],
      ['Received in dedicated accounts', 'in transit ¥10.10 m', '¥45.40 m', '75.0%'],
      ['Paid, net of refunds', 'not yet paid ¥14.30 m', '¥31.10 m', '51.4%'],
      ['Settled', 'paid, not settled ¥8.10 m', '¥23.00 m', '38.0%'],
    ]);
    const whole = await room('/?area=4312&lang=en');
    expect(tableIn(whole, 'Funds:').at(-2)).toEqual([
      'Paid, net of refunds',
      'not yet paid ¥14.30 m',
      '¥31.10 m 1/13 counties',
      '–',
    ]);
    expect(whole).toContain('Paid outside the circuit: ¥1.00 m, 3.2% of gross payments.');
  });

  it('show how many households stand on each rung, and nothing of a rung that is hidden', async () => {
    const own = tableIn(await room(`/?area=${scattered}&lang=en`), 'The ladder:');
    expect(own.map(([rung, , count, of]) => [rung, count, of])).toEqual([
      ['Rung', 'Households', 'Of the rung before'],
      ['Registered households', '1,500', '–'],
      ['Moved out', '1,400', '93.3%'],
      ['Settled for 12 months', '700', '50.0%'],
      ['In work or sharing', '400', '57.1%'],
      ['Prospering', '3', '0.8%'],
    ]);
    const analyst = { role: 'analyst', area: '4312' } as const;
    const shown = tableIn(await room(`/?area=${scattered}&lang=en`, analyst), 'The ladder:');
    expect(shown.at(-1)?.slice(2)).toEqual(['Suppressed', '–']);
  });

  it('show who reported what, with symbol and words beside the colour', async () => {
    const text = await room('/?area=4312&lang=en');
    expect(tableIn(text, 'Reporting: 2017-04').slice(0, 3)).toEqual([
      ['Area', 'Projects (settlement sites)', 'Persons and employment', 'Progress reports', 'Together'],
      ['Hecheng', '1/2 ■', '–', '0/2 ■', '1/4 ■'],
      ['Zhongfang', '0/2 ■', '–', '0/2 ■', '0/4 ■'],
    ]);
    expect(text).toContain('title="2 expected, 1 on time, 1 late, 0 missing"');
  });
});

describe('what is not drawn', () => {
  it('is nothing at all before anything is published', async () => {
    expect((await endpoint().get('/')).body).not.toContain('id="room"');
  });

  it('is reporting of the province, whose uploads are too many to look through for a page', async () => {
    const text = await room('/?area=43&lang=en');
    expect(text).toContain('Ranking: Start rate');
    expect(text).not.toContain('Reporting:');
  });

  it('is a ranking of a county, and for an analyst nothing that is hidden', async () => {
    expect(await room(`/?area=${concentrated}&lang=en`)).not.toContain('Ranking:');
    const analyst = await room('/?area=4312&lang=en', { role: 'analyst', area: '4312' });
    expect(analyst).toContain('83.4%');
  });
});
