import { beforeAll, describe, expect, test } from 'vitest';
import { create as createCadence } from '../../functions/cadence/handler.ts';
import { computation } from '../../functions/indicators/computation.ts';
import { readFile } from '../../functions/ingest/read-file.ts';
import { createTokeniser } from '../../shared/privacy/tokens.ts';
import { countiesOf } from '../../shared/programme/areas.ts';
import type { InboxObject } from '../../shared/records/inbox-object.ts';
import { ingestUpload } from '../../shared/records/ingest-upload.ts';
import { newReadCache, readPublished } from '../../shared/records/read-published.ts';
import { workMessage } from '../../shared/records/work-message.ts';
import { endpoint } from '../api/support/endpoint.ts';
import { csvText, encoded } from '../support/file-cases.ts';
import { targetRow, targetSheet } from '../support/target-files.ts';
import { type Grid, testSecret } from '../support/workbooks.ts';
import { publishPorts } from './support/harness.ts';
import { ingestPorts } from './support/pipeline.ts';

const counties = countiesOf('4312');
const tokens = createTokeniser(testSecret);
const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** A province whose offices send CSV files that are read, published and looked over every morning. */
function openProvince() {
  const { items, reports, get } = endpoint();
  const messages: string[] = [];
  const queue = { send: async (body: string) => void messages.push(body) };
  let minute = 0;
  return {
    items,
    async put(key: string, grid: Grid) {
      minute += 1;
      const bytes = encoded(csvText(grid), 'utf8');
      const inbox = { get: async () => ({ bytes, metadata: {} }), put: async () => {} };
      const disk = { items, inbox, reports, publishQueue: queue };
      const time = new Date(Date.UTC(2017, 3, 22, 0, minute)).toISOString();
      const event: InboxObject = {
        ...{ bucket: 'anju-43-inbox', key, versionId: `v${minute}`, size: bytes.length },
        ...{ time, sequencer: minute.toString(16) },
      };
      await ingestUpload(
        { ...ingestPorts(disk), readFile: (request) => readFile('43', tokens, request) },
        event,
      );
      const publisher = { ...publishPorts(items, reports), computation };
      for (const body of messages.splice(0)) await workMessage(publisher, JSON.parse(body));
    },
    async alerts(): Promise<readonly { rule: string; object: object; areas: readonly string[] }[]> {
      await createCadence({ province: '43', items, reports, log: silent })();
      return JSON.parse((await get('/v1/alerts?area=4312')).body).data;
    },
  };
}

const ofCounties = counties.map((code) => targetRow(code, 100));
const total = 100 * counties.length;

describe('a city’s own task', () => {
  const province = openProvince();
  beforeAll(() =>
    province.put(
      '431200/2017/怀化市任务计划表.csv',
      targetSheet([targetRow('怀化市', total), ...ofCounties]),
    ),
  );

  test('is published for the city, as targets and nothing else', async () => {
    const published = await readPublished(province.items, newReadCache(), ['4312', ...counties]);
    expect([...published.keys()]).toEqual(['4312', ...counties]);
    expect(Object.keys(published.get('4312')?.entries ?? {})).toEqual(['targets@2017']);
    expect(published.get('4312')?.facts).toEqual({});
  });

  test('raises nothing while the counties add up to it, and X1 once they do not', async () => {
    expect(await province.alerts()).toEqual([]);
    await province.put(
      `${counties[0]}/2017/任务计划表.csv`,
      targetSheet([targetRow(null, 130)], '易地扶贫搬迁任务计划表'),
    );
    expect(await province.alerts()).toMatchObject([
      { rule: 'X1', areas: ['4312'], object: { cityPersons: total, countyPersons: total + 30 } },
    ]);
  });

  test('a corrected row of the city ends the alert', async () => {
    await province.put(
      '431200/2017/怀化市任务计划表（更正）.csv',
      targetSheet([targetRow('怀化市', total + 30)]),
    );
    expect(await province.alerts()).toEqual([]);
  });
});
