import { expect, test } from 'vitest';
import { exampleFiles } from '../../examples/huaihua/files.ts';
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

test.each(files.map((file) => [file.key, file] as const))('%s is accepted row by row', async (key, file) => {
  const [area6 = '', keyPeriod = '', fileName = ''] = key.split('/');
  const keyArea = areaOf(area6)?.code ?? '';
  const workbook = await openWorkbook(await file.bytes(), defaultReadLimits, { knowsHeader });
  const { parts, findings } = await normaliseFile(workbook, {
    province: '43',
    keyArea,
    keyPeriod,
    fileName,
    uploadDay: file.arrivesAt.slice(0, 10),
    policy: policyOn('2017-04-21'),
    tokens: createTokeniser(new Uint8Array(32)),
  });

  expect(findings.filter((finding) => finding.severity === 'error')).toEqual([]);
  expect(parts.map(({ area, period, accepted }) => [area, period, accepted])).toEqual([
    [keyArea, keyPeriod, true],
  ]);
  expect(parts[0]?.counts).toMatchObject({ accepted: file.rows, quarantined: 0 });
});
