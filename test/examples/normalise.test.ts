import { expect, test } from 'vitest';
import { type ExampleFile, exampleFiles } from '../../examples/huaihua/files.ts';
import { slip } from '../../examples/huaihua/slips.ts';
import { knowsHeader } from '../../shared/normalise/knows-header.ts';
import { normaliseFile } from '../../shared/normalise/normalise-file.ts';
import { createTokeniser } from '../../shared/privacy/tokens.ts';
import { areaOf } from '../../shared/programme/areas.ts';
import { policyOn } from '../../shared/programme/policy.ts';
import { openWorkbook } from '../../shared/workbook/open.ts';
import { defaultReadLimits } from '../../shared/workbook/source.ts';

/** Aliases and grouped digits, Traditional headers, project names, true dates in a 元 workbook, no footer. */
const peculiar = ['431221', '431224', '431229', '431226', '431271', '431200'];
const periods = ['2016', '2017', '2016-06', '2016-12', '2017-03', '2017-04-X3'];

const files = [...exampleFiles()].filter(({ key }) => {
  const [county = '', period = ''] = key.split('/');
  return peculiar.includes(county) && periods.includes(period);
});

async function read({ key, arrivesAt, bytes }: ExampleFile) {
  const [area6 = '', keyPeriod = '', fileName = ''] = key.split('/');
  const workbook = await openWorkbook(await bytes(), defaultReadLimits, { knowsHeader });
  const keyArea = areaOf(area6)?.code ?? '';
  const { parts, findings } = await normaliseFile(workbook, {
    province: '43',
    keyArea,
    keyPeriod,
    fileName,
    uploadDay: arrivesAt.slice(0, 10),
    policy: policyOn('2017-04-21'),
    tokens: createTokeniser(new Uint8Array(32)),
  });
  const errors = findings.filter((finding) => finding.severity === 'error');
  expect(parts.map(({ area, period, accepted }) => [area, period, accepted])).toEqual([
    [keyArea, keyPeriod, true],
  ]);
  return { counts: parts[0]?.counts, errors };
}

test.each(files.map((file) => [file.key, file] as const))('%s is accepted row by row', async (_key, file) => {
  const { counts, errors } = await read(file);
  expect(errors).toEqual([]);
  expect(counts).toMatchObject({ accepted: file.rows, quarantined: 0 });
});

test('of the file with a slip one row is sent back, of the one after it none', async () => {
  const ofRound = [...exampleFiles()].filter(
    ({ key }) => key.startsWith(`${slip.county}/${slip.period}/`) && key.includes('项目进度台账'),
  );
  expect(ofRound.map(({ key }) => key.includes(slip.draft))).toEqual([true, false]);
  const [first, second] = await Promise.all(ofRound.map(read));
  expect(first?.errors).toHaveLength(1);
  expect(first?.counts).toMatchObject({ quarantined: 1, accepted: (second?.counts?.accepted ?? 0) - 1 });
  expect(second?.errors).toEqual([]);
});
