import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleFiles } from '../../examples/huaihua/files.ts';
import { saysNothing, slip, speaksAt } from '../../examples/huaihua/manifest.ts';
import { catalogueVersion } from '../../shared/indicators/catalogue.ts';
import golden from './golden.json' with { type: 'json' };
import { type Anju, startAnju } from './support/anju.ts';
import { clientOf } from './support/client.ts';
import { factsHash, fileTexts, tableTexts } from './support/left-behind.ts';
import { identifiersIn, identifiersOfExamples } from './support/people.ts';
import { allIndicators, saysSomething } from './support/says-something.ts';

const wholeRun = 300_000;

describe('Huaihua in April 2017, from an empty folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'anju-'));
  let anju: Anju;
  let client: ReturnType<typeof clientOf>;

  beforeAll(async () => {
    anju = await startAnju(folder);
    client = clientOf(anju);
  }, wholeRun);

  afterAll(async () => {
    await anju.stop();
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['reloc.start_rate&period=2017-04-X3&by=mode&basis=projects', 'concentrated', 136, 163, 0.834356],
    ['reloc.start_rate&period=2017-04-X3&by=mode', 'concentrated', 5242, 6286, 0.833917],
    ['reloc.start_rate&period=2017-04-X3&by=mode', 'scattered', 7693, 9235, 0.833027],
    ['reloc.start_rate&period=2017-04-X3&by=mode', 'all', 12935, 15521, 0.833387],
    ['reloc.start_rate&period=2017-04-X3', undefined, 12935, 15521, 0.833387],
    ['reloc.plan_completion&period=2016', undefined, 25734, 21607, 1.191003],
    ['reloc.five_year_completion&period=2016', undefined, 25734, 110422, 0.233051],
    ['reloc.start_lead_334&period=2017-04-X3', undefined, 3622.4, 15521, 0.233387],
    ['reloc.start_lead_334&period=2017-04-X3&plan=linear', undefined, 2189.692308, 15521, 0.141079],
    ['reloc.plan_completion&period=2017-04&planYear=2017', undefined, 0, 58797, 0],
    // nine reports of each county; one never came, three were late (examples/huaihua/arrivals.ts)
    ['rpt.ontime&period=2017-04', undefined, 113, 117, 0.965812],
  ])('answers %s (%s) with %d/%d = %d', async (query, mode, numerator, denominator, value) => {
    const data = await client.data(`area=4312&indicator=${query}`);
    const found = data.filter((one) => one.breakdown.mode === mode);
    expect(found).toMatchObject([{ numerator, denominator, value, status: 'ok', coverage: 1 }]);
  });

  it('answers every county of a city, and their sums are the city’s', async () => {
    const counties = await client.data('indicator=reloc.start_rate&area=children(4312)&period=2017-04-X3');
    const sum = counties.reduce((total, one) => total + (one.numerator ?? 0), 0);
    expect(counties).toHaveLength(13);
    expect(sum).toBe(12935);
  });

  it('assesses the counties, of which some cross no red line', async () => {
    const scores = await client.data('indicator=assess.score&area=children(4312)&period=2017-04');
    const capped = scores.filter(({ value }) => value === 59);
    expect(scores).toHaveLength(13);
    expect(capped.length).toBeGreaterThan(0);
    expect(scores.filter(({ value }) => (value ?? 0) > 59).length).toBeGreaterThanOrEqual(3);
  });

  it('opens a city by its sites, whose started households are those of its concentrated projects', async () => {
    const sites = await client.data('indicator=reloc.start_rate&area=4312&period=2017-04-X3&by=site');
    const own = sites.filter(({ breakdown }) => String(breakdown.site).includes('/'));
    expect(own).toHaveLength(163);
    expect(own.reduce((sum, { numerator }) => sum + (numerator ?? 0), 0)).toBe(5242);
  });

  it('says something by every indicator but those whose reason the manifest gives', async () => {
    const all = await allIndicators(client);
    const heard = await Promise.all(
      all.map((one) => saysSomething(client, one, speaksAt[one.id] ?? 'period=latest')),
    );
    const mute = all.filter((_, i) => !heard[i]).map(({ id }) => id);
    expect(mute).toEqual(saysNothing.map(({ indicator }) => indicator));
    expect(Object.keys(speaksAt).filter((id) => !all.some((one) => one.id === id))).toEqual([]);
  });

  it.each(['admin', 'analyst@4312'])('has rungs on the ladder, each narrower, for %s', async (principal) => {
    const rungs = ['move_out', 'settle', 'work', 'prosper'].map((rung) => `ladder.${rung}`).join();
    const data = await client.data(`indicator=${rungs}&area=4312&period=2017-04`, principal);
    const standing = [6416, 90, 78, 53].map((households) => [households, 21_937]);
    expect(data.map(({ numerator, denominator }) => [numerator, denominator])).toEqual(standing);
  });

  it('has published every file, each with counts that add up', async () => {
    const uploads = await client.uploads('?limit=1000');
    const parts = uploads.flatMap((one) => one.parts);
    expect(uploads).toHaveLength([...exampleFiles()].length);
    const others = uploads.filter(({ state }) => state !== 'published');
    expect(others.map(({ state, key }) => [state, key.includes(slip.draft)])).toEqual([['superseded', true]]);
    expect(parts.filter((one) => one.rows !== one.accepted + one.quarantined + one.ignored)).toEqual([]);
  });

  it('shows a page with the headline figures', async () => {
    const page = await (await client.get('/?lang=zh')).text();
    expect(page).toContain('83.3');
    expect(page).toContain('119.1');
  });

  it('says how long it took and where it is', () => {
    expect(anju.output()).toMatch(/files with [\d,]+ rows published in [\d.]+ s/);
    expect(anju.output()).toContain('怀化市');
  });

  it(
    'has everything there after Ctrl-C and a restart, with the facts of this catalogue version, and no identifier',
    async () => {
      const before = await client.data(
        'indicator=reloc.start_rate,fund.closed_loop_rate&area=children(4312)&period=latest',
      );
      const answers = await Promise.all(
        ['/', '/v1/areas', '/v1/indicators', '/v1/datasets', '/v1/uploads?limit=1000'].map(async (path) =>
          (await client.get(path)).text(),
        ),
      );
      const ids = (await client.uploads('?limit=1000')).map((one) => one.id);
      const details = await Promise.all(
        ids.map(async (id) => (await client.get(`/v1/uploads/${id}`)).text()),
      );

      expect(await anju.stop()).toBe(0);
      expect({ [catalogueVersion]: await factsHash(folder) }).toEqual(golden);

      const people = identifiersOfExamples();
      const rawWorkbook = (text: string) => text.startsWith('PK') || text.includes('\ufffd');
      const reports = fileTexts(join(folder, 'objects'), (text) => !rawWorkbook(text));
      const texts = [await tableTexts(folder), reports, answers, details, [anju.output()]].flatMap((some) => [
        ...some,
      ]);
      expect(people.idNumbers.size).toBe(84_530);
      expect(texts.flatMap((text) => identifiersIn(text, people))).toEqual([]);

      anju = await startAnju(folder);
      client = clientOf(anju);
      expect(anju.output()).not.toContain('published in');
      expect(
        await client.data(
          'indicator=reloc.start_rate,fund.closed_loop_rate&area=children(4312)&period=latest',
        ),
      ).toEqual(before);
    },
    wholeRun,
  );
});
