import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wholeCatalogue } from '../../shared/indicators/whole-catalogue.ts';
import { auditRecords } from './support/audit-records.ts';
import { addressOf, countySheets, workbookBytes } from './support/county-workbook.ts';
import { startProvince } from './support/province.ts';

const [projects, households, persons] = countySheets;
if (!projects || !households || !persons) throw new Error('no sheets');

let province: Awaited<ReturnType<typeof startProvince>>;
let id = '';

beforeAll(async () => {
  province = await startProvince();
  const { upload, state } = await province.put('431224/2017-04-X3/全县.xlsx', await workbookBytes());
  expect([state, upload.parts.map(({ accepted }) => accepted)]).toEqual(['published', [2, 4, 6]]);
  id = upload.id;
});
afterAll(() => province.close());

const as = (role: string) => ({
  caller: `arn:aws-cn:sts::123456789012:assumed-role/anju-43-${role}/li`,
});

async function ask(path: string, options: Parameters<typeof province.ask>[1] = {}) {
  const { statusCode, body } = await province.ask(path, options);
  return { statusCode, ...JSON.parse(body ?? '') };
}

const figure = (indicator: string, more = '') =>
  `/v1/explain?indicator=${indicator}&area=431224&period=2017-04${more}`;

describe('GET /v1/explain', () => {
  it('walks from the value to formula, counties, uploads and the rows with their cells', async () => {
    const { observation, definition, counties, records, total, agrees } = await ask(
      figure('emp.labour_rate'),
    );
    expect([observation.numerator, observation.denominator, agrees, total]).toEqual([2, 5, true, 5]);
    expect(definition.formula.zh).toContain('劳动力');
    expect(counties).toMatchObject([
      { area: '431224', period: '2017-04-X3', numerator: 2, denominator: 5, generation: 1 },
    ]);
    // A person's site is that of the household, and its name stands in the projects file.
    expect(counties[0].sources).toEqual([
      { dataset: 'projects', period: '2017-04-X3', upload: id, rows: 2 },
      { dataset: 'households', period: '2017-04-X3', upload: id, rows: 4 },
      { dataset: 'persons', period: '2017-04-X3', upload: id, rows: 6 },
    ]);
    expect(records.map(({ num, den }: { num: number; den: number }) => [num, den])).toEqual([
      [1, 1],
      [1, 1],
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
    expect(records[0]).toMatchObject({
      area: '431224',
      from: { upload: id, dataset: 'persons', sheet: '就业', row: 3 },
      cells: {
        idNo: [addressOf(persons, 0, 'idNo')],
        employmentStatus: [addressOf(persons, 0, 'employmentStatus')],
        labourSkill: [addressOf(persons, 0, 'labourSkill')],
      },
    });
    expect(Object.keys(records[0].cells)).not.toContain('monthlyWage');
  });

  it('names the persons beside the household that is counted', async () => {
    const { records } = await ask(figure('emp.one_per_household'));
    expect(records[0].from).toMatchObject({ sheet: '花名册', row: 3 });
    expect(records[0].beside).toEqual([
      { upload: id, dataset: 'persons', sheet: '就业', row: 3 },
      { upload: id, dataset: 'persons', sheet: '就业', row: 7 },
    ]);
  });

  it('takes a breakdown and a parameter', async () => {
    const more = '&by=mode&value=scattered&basis=persons';
    const { observation, records } = await ask(figure('reloc.start_rate', more));
    expect(observation).toMatchObject({ breakdown: { mode: 'scattered' }, numerator: 160, denominator: 320 });
    expect(records).toMatchObject([{ num: 160, den: 320, from: { sheet: '项目', row: 4 } }]);
  });

  it('sums up over all pages to the figure', async () => {
    const seen: { readonly num: number; readonly den: number }[] = [];
    let next: string | null = '';
    while (next !== null) {
      const more: string = next === '' ? '' : `&cursor=${next}`;
      const page = await ask(figure('emp.labour_rate', `&limit=2${more}`));
      seen.push(...page.records);
      next = page.next;
    }
    const sum = (pick: 'num' | 'den') => seen.reduce((total, one) => total + one[pick], 0);
    expect([seen.length, sum('num'), sum('den')]).toEqual([5, 2, 5]);
  });

  it('of a city names the counties, to be asked one by one', async () => {
    const path = '/v1/explain?indicator=emp.labour_rate&area=4312&period=2017-04';
    const { observation, counties, records } = await ask(path);
    expect([observation.denominator, counties.length, records]).toEqual([5, 1, null]);
  });

  it.each([
    ['county-431224', 5],
    ['auditor-4312', 5],
    ['admin-43', 5],
    ['dispatcher-4312', null],
  ])('shows %s %s rows', async (role, rows) => {
    const { statusCode, counties, records } = await ask(figure('emp.labour_rate'), as(role));
    expect([statusCode, counties[0].numerator, records?.length ?? null]).toEqual([200, 2, rows]);
  });

  it.each([
    ['auditor', figure('emp.labour_rate', '&limit=2'), 2],
    ['auditor', figure('fund.arrival_rate'), 0],
    ['county', figure('emp.labour_rate'), null],
  ])('leaves a record of what it shows an %s of %s: %s rows', async (role, path, rows) => {
    await ask(path, as(`${role}-431224`));
    const left = expect.objectContaining({ route: 'explain', principal: { role, area: '431224' } });
    const records = await auditRecords(province.client);
    if (rows === null) return expect(records).not.toContainEqual(left);
    expect(records).toContainEqual(left);
    expect(records).toContainEqual(expect.objectContaining({ areas: ['431224'], details: { rows } }));
  });

  it('shows an analyst uploads and counts of five rows and more, nothing else', async () => {
    const { observation, counties, records } = await ask(figure('emp.one_per_household'), as('analyst-43'));
    expect([observation.status, counties[0].numerator, records]).toEqual(['suppressed', null, null]);
    expect(counties[0].sources.map(({ rows }: { rows: number | null }) => rows)).toEqual([null, null, 6]);
    expect(JSON.stringify(counties)).not.toContain('花名册');
  });

  it.each([
    ['another county', as('county-431222'), 403, 'area_outside_scope'],
    ['the public', as('public-43'), 403, 'role_may_not'],
  ])('refuses %s', async (_, options, status, code) => {
    expect(await ask(figure('emp.labour_rate'), options)).toMatchObject({ statusCode: status, code });
  });

  it.each([
    [
      'two indicators',
      '/v1/explain?indicator=emp.labour_rate,emp.local_rate&area=431224&period=2017',
      'one_value_only',
    ],
    [
      'two periods',
      '/v1/explain?indicator=emp.labour_rate&area=431224&period=2017-03,2017-04',
      'one_value_only',
    ],
    ['a breakdown without its value', figure('reloc.start_rate', '&by=mode'), 'missing_parameter'],
    ['a value nobody has', figure('reloc.start_rate', '&by=mode&value=other'), 'unknown_value'],
    ['a cursor of ours for something else', figure('emp.labour_rate', '&cursor=abc'), 'unknown_cursor'],
  ])('refuses %s', async (_, path, code) => {
    expect(await ask(path)).toMatchObject({ statusCode: 400, code });
  });

  it('refuses to go on when what the pages are of has changed', async () => {
    const { next } = await ask(figure('emp.labour_rate', '&limit=2'));
    const other = figure('emp.one_per_household', `&limit=2&cursor=${next}`);
    expect(await ask(other.replace('431224', '431222'))).toMatchObject({
      statusCode: 409,
      code: 'snapshot_expired',
    });
  });

  it.each([
    ['emp.labour_rate', 'red', 'The value: green ≥ 0.92, amber ≥ 0.85, else red.', 0.92, 0.92, -0.52],
    ['emp.zero_job_households', 'red', 'Numerator ÷ denominator: green ≤ 0, amber ≤ 0.02', 0, 0, 2],
    ['reloc.start_rate', 'red', 'what the 334 plan asks on the data date', null, 0.731868, -0.231868],
    ['reloc.occupancy_of_plan', null, 'The figure has no colour.', null, null, null],
  ])('says why %s is %s', async (indicator, rag, rule, green, target, gap) => {
    const { colouring, definition } = await ask(figure(indicator));
    expect(colouring).toMatchObject({ rag, day: '2017-04-30', target, gap });
    expect([colouring.rule.en, colouring.threshold?.green ?? null]).toEqual([
      expect.stringContaining(rule),
      green,
    ]);
    if (green !== null) expect(definition.thresholds).toContainEqual(colouring.threshold);
    const { direction, colour, thresholds } = wholeCatalogue.find(({ id }) => id === indicator) ?? {};
    expect(definition).toMatchObject({ direction, colour, thresholds });
  });

  it('of a suppressed figure says the rule, and neither colour nor gap', async () => {
    const { colouring } = await ask(figure('emp.one_per_household'), as('analyst-43'));
    expect(colouring).toMatchObject({ rag: null, target: null, gap: null, threshold: { green: 1 } });
  });

  it('holds the limits of the end of the period where nobody has reported', async () => {
    const { colouring } = await ask(figure('fund.arrival_rate'));
    expect(colouring).toMatchObject({ rag: null, day: '2017-04-30', target: null, gap: null });
    expect(colouring.threshold).not.toBeNull();
  });

  it('explains a figure nobody has reported by saying so', async () => {
    const { observation, counties, records } = await ask(figure('fund.arrival_rate'));
    expect([observation.status, counties, records]).toEqual(['no_data', [], null]);
  });
});

describe('GET /v1/uploads/{id}/touches', () => {
  const cell = (address: string) =>
    `/v1/uploads/${id}/touches?cell=${encodeURIComponent(address)}&limit=1000`;
  const named = (data: readonly { readonly indicator: string }[]) => data.map(({ indicator }) => indicator);

  it('lists the figures that hang on a cell, and what its row gives to each', async () => {
    const found = await ask(cell(addressOf(persons, 0, 'monthlyWage')));
    expect(found.cell).toEqual({
      sheet: '就业',
      row: 3,
      published: true,
      parts: [{ area: '431224', dataset: 'persons', period: '2017-04-X3', fields: ['monthlyWage'] }],
    });
    expect(named(found.data)).toEqual(['emp.median_wage', 'net.overlap']);
    expect(found.data[0]).toMatchObject({
      period: '2017-04-X3',
      areas: ['431224', '4312', '43'],
      gives: [
        { breakdown: {}, num: 1, den: 1, role: 'counted' },
        { breakdown: { site: '431224/XP-2017-001' }, num: 1, den: 1, role: 'counted' },
      ],
    });
  });

  it('of a whole row lists all that reads it, and where it decides beside another row', async () => {
    const { data } = await ask(cell('就业!3'));
    expect(named(data)).toEqual(expect.arrayContaining(['emp.labour_rate', 'emp.one_per_household']));
    const household = data.find(
      ({ indicator }: { indicator: string }) => indicator === 'emp.one_per_household',
    );
    expect(household.gives).toMatchObject([
      { breakdown: {}, role: 'beside', num: 0, den: 0 },
      { breakdown: { site: '431224/XP-2017-001' }, role: 'beside', num: 0, den: 0 },
    ]);
  });

  it('of a name, of which nothing is kept, lists nothing', async () => {
    const found = await ask(cell(addressOf(households, 0, 'headName')));
    expect([found.cell.published, found.data]).toEqual([true, []]);
  });

  it('says of a header that it is no published row', async () => {
    expect(await ask(cell('花名册!A2'))).toMatchObject({ cell: { published: false }, data: [] });
  });

  it('without a cell lists what the upload touches, also to a dispatcher', async () => {
    const { data, total } = await ask(`/v1/uploads/${id}/touches?limit=5`, as('dispatcher-4312'));
    expect([data.length, data[0].gives]).toEqual([5, null]);
    expect(total).toBeGreaterThan(40);
  });

  it.each([
    ['a dispatcher', as('dispatcher-4312'), 403, 'cells_not_shown'],
    ['an analyst', as('analyst-43'), 403, 'cells_not_shown'],
    ['another county', as('county-431222'), 404, 'upload_not_found'],
  ])('shows no cell to %s', async (_, options, status, code) => {
    expect(await ask(cell('就业!F3'), options)).toMatchObject({ statusCode: status, code });
  });

  it.each(['别的表!A1', '就业', '就业!0', 'A1'])('refuses %s', async (address) => {
    expect(await ask(cell(address))).toMatchObject({ statusCode: 400, code: 'unknown_cell' });
  });
});
