import { expect, test } from 'vitest';
import { readFile } from '../../functions/ingest/read-file.ts';
import { findingCatalogue } from '../../shared/messages/finding-catalogue.ts';
import { findingMessage } from '../../shared/messages/findings.ts';
import { createTokeniser } from '../../shared/privacy/tokens.ts';
import { policyOn } from '../../shared/programme/policy.ts';
import { csvText, encoded } from '../support/file-cases.ts';
import { testSecret } from '../support/workbooks.ts';
import { mutant, sequence } from '../workbook/support/mutants.ts';
import { worksheet, writeXlsxParts } from '../workbook/support/xlsx-writer.ts';

const header = [
  '户主姓名',
  '户主身份证号',
  '迁出乡镇',
  '迁出村',
  '家庭人口',
  '是否建档立卡',
  '安置方式',
  '安置项目编号',
];
const ids = ['990101199003077719', '99010119900307004X', '990101198506150020', '990101195604211014'];
const grid = [
  ['溆浦县易地扶贫搬迁户花名册'],
  header,
  ...ids.map((id, n) => [`张${n}`, id, '卢峰镇', '一村', 4, '是', '集中', 'XP-1001']),
  ['合计', null, null, null, 16],
];

const tokens = createTokeniser(testSecret);
const ingested = (bytes: Uint8Array) =>
  readFile('43', tokens, {
    bytes,
    key: { area: '431224', area6: '431224', period: '2017-04-X3', fileName: 'file.csv' },
    policy: policyOn('2017-05-02'),
    uploadDay: '2017-05-02',
  });

const xml = Buffer.from(
  worksheet(
    grid
      .map(
        (row, n) =>
          `<row r="${n + 1}">${row.map((cell) => (cell === null ? '<c/>' : typeof cell === 'number' ? `<c><v>${cell}</v></c>` : `<c t="inlineStr"><is><t>${cell}</t></is></c>`)).join('')}</row>`,
      )
      .join(''),
  ),
);

test.each([
  ['a CSV in UTF-8', encoded(csvText(grid), 'utf8'), (bytes: Uint8Array) => bytes, 100],
  ['a CSV in GB18030', encoded(csvText(grid), 'gb18030'), (bytes: Uint8Array) => bytes, 100],
  ['the XML in an .xlsx', xml, (sheet: Uint8Array) => writeXlsxParts({ sheet }), 30],
])(
  '1,000 mutants of %s end in rows and known findings, and tell nobody’s number',
  async (_, whole, file, least) => {
    const next = sequence(2017);
    expect((await ingested(file(whole))).parts).toMatchObject([
      { accepted: true, counts: { accepted: 4, ignored: 1 } },
    ]);
    let accepted = 0;
    for (let count = 0; count < 1_000; count++) {
      const { parts, findings } = await ingested(file(mutant(whole, next)));
      for (const part of parts) {
        const { rows, accepted: good, quarantined, ignored } = part.counts;
        expect(rows).toBe(good + quarantined + ignored);
        if (part.accepted) accepted++;
      }
      if (!parts.some((part) => part.accepted))
        expect(findings.map(({ severity }) => severity)).toContain('error');
      for (const finding of findings) {
        const known = findingCatalogue.find(({ code }) => code === finding.code);
        expect(known?.severity, finding.code).toContain(finding.severity);
        expect(JSON.stringify([finding.params, findingMessage(finding)])).not.toMatch(/\d{15}|张\d/);
      }
    }
    expect(accepted).toBeGreaterThan(least);
  },
);
