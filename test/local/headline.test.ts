import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { headlineTable } from '../../local/run/headline.ts';
import type { Component } from '../../shared/indicators/facts.ts';
import { factsOf, publishFacts, startRate } from '../api/support/county.ts';
import { endpoint } from '../api/support/endpoint.ts';

const city = endpoint();
const server = createServer((request, response) => {
  void city.get(request.url ?? '/').then(({ status, body }) => response.writeHead(status).end(body));
});

const completion = (planYear: number, num: number): Component => ({
  indicator: 'reloc.plan_completion',
  parameters: { planYear },
  breakdown: {},
  num,
  den: 100,
  n: null,
});

beforeAll(async () => {
  await publishFacts(city.items, '431224', [
    factsOf('431224', 'reloc', '2016-12-X3', '2016-12-31', [completion(2016, 119)]),
    factsOf('431224', 'reloc', '2017-04-X3', '2017-04-21', [
      ...startRate(2017, [80, 100], [90, 100]),
      completion(2016, 119),
      completion(2017, 0),
    ]),
  ]);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

it('says of the annual task in the terminal what the page says: the last plan year that is over', async () => {
  const { port } = z.object({ port: z.number() }).parse(server.address());
  const table = await headlineTable(`http://127.0.0.1:${port}`, '4312');
  const lineOf = (name: string) => table.split('\n').find((line) => line.includes(name)) ?? '';
  expect(lineOf('年度任务完成率')).toMatch(/119\.0 % +119 \/ 100 +2016 {2}plan 2016/);
  expect(lineOf('开工率')).toMatch(/85\.0 % +170 \/ 200 +2017-04-X3 {2}plan 2017/);
  const { body } = await city.get('/?area=4312&lang=en');
  const [card = ''] = /<article[^>]*>\s*<h4><span>Annual task completion.*?<\/article>/s.exec(body) ?? [];
  expect(card).toMatch(/119\.0%.*<span>2016<\/span><span>plan of 2016<\/span>/s);
});
