import { expect, it } from 'vitest';
import { parsePublishMessage } from '../../shared/records/events.ts';
import { keys } from '../../shared/records/keys.ts';
import { instant } from './support/county.ts';
import { type Endpoint, endpoint } from './support/endpoint.ts';

async function withHeads(): Promise<Endpoint> {
  const city = endpoint();
  const heads = [
    ['431222', { '2016': 't1' }],
    ['431224', { '2016': 't2', '2017': 't3' }],
  ] as const;
  for (const [area, trees] of heads) {
    const body = JSON.stringify({ area, generation: 1, time: instant, trees });
    await city.items.put({ ...keys.head(area), body, generation: 1, writtenAt: instant });
  }
  return city;
}

it('queues one message for each county and year, which the publisher understands', async () => {
  const city = await withHeads();
  const { status, body } = await city.write('POST', '/v1/recompute', { from: '2016-12' });
  expect([status, JSON.parse(body)]).toEqual([202, { from: '2016-12', queued: 3 }]);
  expect(city.messages.map(parsePublishMessage)).toEqual([
    { kind: 'recompute', area: '431222', year: 2016, from: '2016-12' },
    { kind: 'recompute', area: '431224', year: 2016, from: '2016-12' },
    { kind: 'recompute', area: '431224', year: 2017, from: '2016-12' },
  ]);
});

it.each([
  [{}, 'invalid_body'],
  [{ from: '2017-04', area: '431224' }, 'invalid_body'],
  [{ from: '2017-13' }, 'unknown_period'],
  [{ from: 'latest' }, 'unknown_period'],
])('%j is refused (%s) and nothing is sent', async (document, code) => {
  const city = await withHeads();
  const { status, body } = await city.write('POST', '/v1/recompute', document);
  expect([status, JSON.parse(body)]).toMatchObject([400, { code }]);
  expect(city.messages).toEqual([]);
});
