import { describe, expect, it } from 'vitest';
import { decodeDiff, diffKey } from '../../shared/records/upload-diff.ts';
import { assertLinear, county, visible } from './support/harness.ts';
import { projects } from './support/keyed.ts';
import { type Office, openOffice } from './support/office.ts';

const entry = 'projects@2017-04-X3';
const eightDaysLater = new Date('2017-04-30T12:00:00Z');

async function diffOf(office: Office, id: string) {
  const object = await office.disk.reports.get(diffKey(county, id));
  return object ? decodeDiff(object.bytes) : null;
}

describe('a staged upload', () => {
  it('is read and kept, and publishes nothing', async () => {
    const office = openOffice();
    const id = await office.put('a', 1, projects(3), 'stage');
    expect(await office.stateOf(id)).toBe('staged');
    expect((await office.upload(id)).parts).toMatchObject([{ accepted: 3, batch: expect.any(String) }]);
    expect(await visible(office.disk.items)).toEqual({});
  });

  it('shows what it would do before it does it', async () => {
    const office = openOffice();
    const before = await office.put('a', 1, 'projects P1=1 P2=2 P3=3 P4=4 P5=5');
    const id = await office.put('b', 2, 'projects P1=1 P2=9 P3=3 P4=4 P6=6', 'stage');
    expect(await diffOf(office, id)).toMatchObject({
      generation: 1,
      parts: [
        {
          outcome: 'replaces',
          against: { uploadId: before },
          counts: { added: 1, changed: 1, removed: 1, unchanged: 3 },
          added: [{ sheet: 0, row: 6 }],
          changed: [{ sheet: 0, row: 3, fields: ['plannedHouseholds'] }],
        },
      ],
      indicators: [{ indicator: 'reloc.rows', before: { value: 5 }, after: { value: 5 } }],
    });
  });

  it('is published by a command, once', async () => {
    const office = openOffice();
    const id = await office.put('a', 1, projects(3), 'stage');
    for (let time = 0; time < 3; time += 1) await office.order('publish', id);
    expect(await office.stateOf(id)).toBe('published');
    expect(await visible(office.disk.items)).toMatchObject({ [entry]: id });
    expect(await assertLinear(office.disk.items)).toBe(1);
  });

  it('stays staged when its event is delivered again, and published after the command', async () => {
    const office = openOffice();
    const id = await office.put('a', 1, projects(3), 'stage');
    await office.again('a', 1);
    expect(await office.stateOf(id)).toBe('staged');
    await office.order('publish', id);
    await office.again('a', 1);
    expect(await office.stateOf(id)).toBe('published');
  });

  it('that is withdrawn leaves what is published, and cannot be published any more', async () => {
    const office = openOffice();
    const before = await office.put('a', 1, projects(3));
    const id = await office.put('b', 2, projects(3, 7), 'stage');
    await office.order('withdraw', id);
    await office.order('publish', id);
    expect(await office.stateOf(id)).toBe('withdrawn');
    expect(await visible(office.disk.items)).toMatchObject({ [entry]: before });
  });

  it('waits for a confirmation too when it would remove much', async () => {
    const office = openOffice();
    await office.put('a', 1, projects(10));
    const id = await office.put('b', 2, projects(2), 'stage');
    expect(await diffOf(office, id)).toMatchObject({ parts: [{ outcome: 'held' }] });
    await office.order('publish', id);
    expect(await office.stateOf(id)).toBe('staged');
    await office.order('confirm', id);
    expect(await office.stateOf(id)).toBe('published');
  });

  it('is published by a confirmation alone', async () => {
    const office = openOffice();
    await office.put('a', 1, projects(10));
    const id = await office.put('b', 2, projects(2), 'stage');
    await office.order('confirm', id);
    expect(await office.stateOf(id)).toBe('published');
  });

  it('is expired after seven days, and superseded once a newer file speaks', async () => {
    const office = openOffice();
    const id = await office.put('a', 1, projects(3), 'stage');
    expect(await office.stateOf(id, new Date('2017-04-28T23:59:59Z'))).toBe('staged');
    expect(await office.stateOf(id, eightDaysLater)).toBe('expired');
    await office.put('b', 2, projects(3));
    expect(await office.stateOf(id, eightDaysLater)).toBe('superseded');
  });
});

describe('the diff of an upload', () => {
  it('of a published file says what it replaced, also after its message comes again', async () => {
    const office = openOffice();
    await office.put('a', 1, projects(5));
    const id = await office.put('b', 2, projects(6));
    const first = await diffOf(office, id);
    await office.again('b', 2);
    expect(first).toMatchObject({ parts: [{ outcome: 'replaces', counts: { added: 1, unchanged: 5 } }] });
    expect(await diffOf(office, id)).toEqual(first);
  });

  it('of the same file under another name says that it is the same (F34)', async () => {
    const office = openOffice();
    await office.put('a', 1, projects(5));
    const id = await office.put('copy', 2, projects(5));
    expect(await diffOf(office, id)).toMatchObject({ parts: [{ outcome: 'same' }], indicators: [] });
  });

  it('holds no cell’s content', async () => {
    const office = openOffice();
    await office.put('a', 1, 'projects 甲=1234567');
    const id = await office.put('b', 2, 'projects 甲=7654321 乙=1');
    const object = await office.disk.reports.get(diffKey(county, id));
    const text = Buffer.from(object?.bytes ?? []).toString('utf8');
    expect(text).not.toMatch(/甲|乙|1234567|7654321/);
  });
});

describe('a file name', () => {
  it.each([
    ['项目台账（更正）', true],
    ['项目台账修订版', true],
    ['項目台賬修訂', true],
    ['项目台账最终版2', false],
    ['项目台账 (1)', false],
    ['项目台账副本', false],
  ])('%s says that it corrects: %s (F35)', async (name, isCorrection) => {
    const office = openOffice();
    const id = await office.put(name, 1, projects(1));
    expect((await office.upload(id)).isCorrection).toBe(isCorrection);
  });
});
