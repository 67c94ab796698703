import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contracts } from '../../shared/datasets/contracts.ts';
import { splitAtPeriod } from '../../shared/records/keys.ts';
import { newReadCache, readFacts, readPublished } from '../../shared/records/read-published.ts';
import {
  addressOf,
  countySheets,
  type FormSheet,
  type Typed,
  withCell,
  workbookBytes,
} from './support/county-workbook.ts';
import { madeUpId } from './support/filled-rows.ts';
import { startProvince } from './support/province.ts';

const county = '431224';
let province: Awaited<ReturnType<typeof startProvince>>;
let sent = 0;

beforeAll(async () => {
  province = await startProvince();
});
afterAll(() => province.close());

const send = async (sheets: readonly FormSheet[]) => {
  sent += 1;
  return (await province.put(`${county}/2017-04-X3/${sent}.xlsx`, await workbookBytes(sheets))).upload;
};

/** Every published figure of the county by indicator and period; a cell in which nothing is counted is as none. */
async function figures(): Promise<ReadonlyMap<string, string>> {
  const published = (await readPublished(province.items, newReadCache(), [county])).get(county);
  const refs = Object.entries(published?.facts ?? {}).map(([key, id]) => {
    const { name: family, period } = splitAtPeriod(key);
    return { area: county, family, period, id };
  });
  const all = new Map<string, string[]>();
  for (const { period, components } of (await readFacts(province.items, newReadCache(), refs)).values()) {
    for (const { indicator, parameters, breakdown, num, den, values = {} } of components) {
      if (num === 0 && den === 0) continue;
      const name = `${indicator} ${period}`;
      const text = JSON.stringify([parameters, breakdown, num, den, values]);
      all.set(name, [...(all.get(name) ?? []), text]);
    }
  }
  return new Map([...all].map(([name, texts]) => [name, texts.sort().join('\n')]));
}

/** What else a clerk might type into a cell of a field. */
function otherValues(sheet: FormSheet, field: string): fc.Arbitrary<Typed> {
  const definition = contracts[sheet.dataset].fields.find(({ name }) => name === field);
  const there = sheet.rows.map((row) => row[field] ?? null);
  const words = definition?.values?.map(({ zh }) => zh) ?? [];
  switch (definition?.type) {
    case 'idno':
      return fc.integer({ min: 40, max: 60 }).map(madeUpId);
    case 'int':
    case 'money':
      return fc.constantFrom<Typed>(...there, 1, 2, 5, 2016, 2017);
    case 'date':
      return fc.constantFrom<Typed>(...there, '2016-12-01', '2017-04-20');
    case 'bool':
      return fc.constantFrom<Typed>('是', '否');
    default:
      return fc.constantFrom<Typed>(...there, ...words);
  }
}

const anotherCell = fc.nat(countySheets.length - 1).chain((at) => {
  const sheet = countySheets[at];
  if (!sheet) throw new Error('no sheet');
  const fields = Object.keys(sheet.rows[0] ?? {});
  return fc
    .tuple(fc.nat(sheet.rows.length - 1), fc.constantFrom(...fields))
    .chain(([row, field]) =>
      otherValues(sheet, field).map((value) => ({ place: { sheet: at, row, field }, value })),
    );
});

/** Changes that always move a figure, so that the comparison never passes by comparing nothing. */
const movers: readonly (typeof anotherCell extends fc.Arbitrary<infer Change> ? Change : never)[] = [
  { place: { sheet: 0, row: 0, field: 'startedHouseholds' }, value: 31 },
  { place: { sheet: 0, row: 1, field: 'plannedHouseholds' }, value: 95 },
  { place: { sheet: 1, row: 0, field: 'moveInDate' }, value: null },
  { place: { sheet: 1, row: 1, field: 'familySize' }, value: 4 },
  { place: { sheet: 2, row: 0, field: 'monthlyWage' }, value: 2500 },
  { place: { sheet: 2, row: 2, field: 'employmentStatus' }, value: '就业' },
];

it('whatever figure moves when an accepted cell is typed otherwise was named for that cell before', async () => {
  const moves: number[] = [];
  // each change is made to the file the one before has left, so that every upload is used twice
  let [sheets, { id }, before] = [countySheets, await send(countySheets), await figures()];
  await fc.assert(
    fc.asyncProperty(anotherCell, async ({ place, value }) => {
      const sheet = sheets[place.sheet];
      const address = sheet ? addressOf(sheet, place.row, place.field) : '';
      const path = `/v1/uploads/${id}/touches?limit=1000&cell=${encodeURIComponent(address)}`;
      const { body } = await province.ask(path);
      const answer: { data: readonly { indicator: string; period: string }[] } = JSON.parse(body ?? '');
      const named = new Set(answer.data.map(({ indicator, period }) => `${indicator} ${period}`));
      const other = withCell(sheets, place, value);
      const changed = await send(other);
      if (!isWhole(changed)) {
        moves.push(0);
        id = (await send(sheets)).id;
        return;
      }
      const after = await figures();
      const moved = [...new Set([...before.keys(), ...after.keys()])].filter(
        (name) => before.get(name) !== after.get(name),
      );
      moves.push(moved.length);
      [sheets, id, before] = [other, changed.id, after];
      expect(moved.filter((name) => !named.has(name)).map((name) => `${name} by ${address}`)).toEqual([]);
    }),
    { numRuns: 25, endOnFailure: true, examples: movers.map((change) => [change]) },
  );
  expect(moves.slice(0, movers.length)).not.toContain(0);
});

/** Every row was accepted as before: a value that makes its row refused takes it out of all that reads the file. */
function isWhole({ parts }: Awaited<ReturnType<typeof send>>): boolean {
  return parts.length === 3 && parts.every(({ batch, quarantined }) => batch !== null && quarantined === 0);
}
