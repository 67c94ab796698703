import { fromArrow } from 'arquero';
import papaparse from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { representationDefinitions, representations } from '../../shared/api/http/representations.ts';
import { documentsOf } from './support/documents.ts';
import { endpoint } from './support/endpoint.ts';
import { publishFigures } from './support/figures-city.ts';

/** 13 counties × 27 years × 36 旬. */
const many = 'indicator=reloc.start_rate&area=children(4312)&period=1991-01-X1..2017-12-X3';
const observations = 13 * 27 * 36;

const city = endpoint();
const documents = documentsOf(city.items);
beforeAll(() => publishFigures(city.items));

describe('an answer of more than ten thousand observations', () => {
  it('is a file kept in a room of its own, linked to under its Chinese name', async () => {
    const { status, headers } = await documents.get(`/v1/data-files/csv?${many}`);
    expect([status, headers['cache-control']]).toEqual([303, 'private, no-store']);
    const [key = ''] = [...documents.files.keys()];
    expect(key).toMatch(/^exports\/[\w-]+\.csv$/);
    expect(headers.location).toMatch(
      `https://files.example/${key}?GET&attachment; filename="anju-431202.csv"`,
    );
    expect(decodeURIComponent(headers.location ?? '')).toContain('鹤城区等13地_开工率_');
    const file = documents.files.get(key);
    expect(file?.contentType).toBe(representationDefinitions.csv.contentType);
    const rows = papaparse.parse(Buffer.from(file?.bytes ?? []).toString('utf8'), {
      skipEmptyLines: true,
    }).data;
    expect(rows).toHaveLength(observations + 1);
  });

  it('is the same file for the same answer, and another one for another representation', async () => {
    documents.files.clear();
    for (const url of [`/v1/data-files/csv?${many}`, `/v1/data.arrow?${many}`, `/v1/data.arrow?${many}`]) {
      expect((await documents.ask('HEAD', url)).status).toBe(303);
    }
    const [, arrow] = [...documents.files];
    expect(documents.files.size).toBe(2);
    expect(fromArrow(Buffer.from(arrow?.[1].bytes ?? [])).numRows()).toBe(observations);
  });

  it.each(representations)('may be had as %s', async (representation) => {
    const few = 'indicator=reloc.start_rate&area=4312&period=2017-04-X2';
    const { status } = await documents.get(`/v1/data-files/${representation}?${few}`);
    expect(status).toBe(303);
  });

  it('is refused beyond a hundred thousand, and in a representation there is not', async () => {
    const opened = 'indicator=reloc.start_rate&area=children(4312)&period=1900-01-X1..2199-12-X3';
    const refused = await documents.get(`/v1/data-files/csv?${opened}`);
    expect([refused.status, JSON.parse(refused.body).code]).toEqual([400, 'too_large']);
    const unknown = await documents.get(`/v1/data-files/cvs?${many}`);
    expect([unknown.status, JSON.parse(unknown.body).errors[0].didYouMean]).toEqual([400, 'csv']);
  });

  it('is no fault', () => {
    expect([documents.faults, city.lines]).toEqual([[], []]);
  });
});
