import { expect, test } from 'vitest';
import { readFile } from '../../functions/ingest/read-file.ts';
import { createTokeniser } from '../../shared/privacy/tokens.ts';
import { policyOn } from '../../shared/programme/policy.ts';
import { csvText, encoded } from '../support/file-cases.ts';
import { projectRow, projectSheet } from '../support/project-files.ts';
import { testSecret } from '../support/workbooks.ts';

const policy = policyOn('2017-05-02');
const bytes = encoded(csvText(projectSheet([projectRow(1), projectRow(2)])), 'utf8');

test.each([
  ['rows', { maxRows: 3 }],
  ['columns', { maxColumns: 5 }],
  ['cell_characters', { maxCellCharacters: 5 }],
  ['file_bytes', { maxBytes: 100 }],
])('a file of too many %s by the policy of its day is one finding', async (what, limits) => {
  const { parts, findings } = await readFile('43', createTokeniser(testSecret), {
    bytes,
    key: { area: '431224', area6: '431224', period: '2017-04-X3', fileName: 'file.csv' },
    policy: { ...policy, files: { ...policy.files, ...limits } },
    uploadDay: '2017-05-02',
  });
  expect(parts).toEqual([]);
  expect(findings).toMatchObject([{ code: 'too_large', severity: 'error', params: { what } }]);
});
