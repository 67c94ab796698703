import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findingMessage } from '../../shared/messages/findings.ts';
import { idCheckCharacter } from '../../shared/normalise/cells/identity.ts';
import { masked } from '../../shared/normalise/cells/reading.ts';
import { normaliseFile } from '../../shared/normalise/normalise-file.ts';
import type { CellValue } from '../../shared/workbook/source.ts';
import { contextOf, type Grid, sheetOf, workbookOf } from '../support/workbooks.ts';

const longRun = /\d(?:\s?\d){9,}/;

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const validId = fc
  .tuple(
    fc.integer({ min: 1940, max: 2010 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    digits(3),
  )
  .map(([year, month, day, serial]) => {
    const body = `990101${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}${serial}`;
    return body + idCheckCharacter(body);
  });
/** Identity numbers right and wrong in all the ways counties type them. */
const anyId: fc.Arbitrary<CellValue> = fc.oneof(
  validId,
  digits(18),
  digits(17),
  digits(15),
  digits(17).map((text) => `${text}x`),
  validId.map((id) => `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`),
  validId.map((id) => `'${id}1`),
  validId.map((id) => `身份证${id}`),
  digits(18).map(Number),
  digits(15).map(Number),
  validId.map((id) => [...id].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('')),
);
const secretName = '阮氏欧阳';

function personsSheet(ids: readonly CellValue[], place: number): Grid {
  const header = [
    '身份证号',
    '姓名',
    '户编号',
    '劳动技能',
    '就业状态',
    '务工单位',
    '务工时间（月）',
    '培训时间',
    '就业意愿',
    '性别',
    '月工资',
  ];
  return [
    header,
    ...ids.map((id, n) => {
      const row: CellValue[] = [
        '99010119900307004X',
        secretName,
        `H${n}`,
        '普通',
        '务工',
        null,
        3,
        null,
        '是',
        null,
        10,
      ];
      row[place] = id;
      if (place !== 0) row[0] = null;
      return row;
    }),
  ];
}

test('no identity number gets into a finding, its sentence or a table, wherever it was typed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyId, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 0, max: 10 }),
      async (ids, place) => {
        const { findings, parts } = await normaliseFile(
          workbookOf(sheetOf(personsSheet(ids, place))),
          contextOf(),
        );
        const said = findings.map((finding) => JSON.stringify([finding.params, findingMessage(finding)]));
        const kept = parts.flatMap(({ table }) => table.objects().map((row) => JSON.stringify(row)));
        for (const text of [...said, ...kept]) {
          expect(text.normalize('NFKC')).not.toMatch(longRun);
          expect(text).not.toContain(secretName);
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('a name in a shifted column is not repeated by any finding', async () => {
  const names = personsSheet(['990101199003077719'], 0).map((row, n) =>
    n === 0 ? row : row.map((cell, c) => (c > 0 ? secretName : cell)),
  );
  const { findings } = await normaliseFile(workbookOf(sheetOf(names)), contextOf());
  expect(findings.length).toBeGreaterThan(3);
  expect(JSON.stringify(findings.map((finding) => [finding.params, findingMessage(finding)]))).not.toContain(
    secretName,
  );
});

test('a kept text with an ID number or a phone in it is not kept', async () => {
  const header = [
    '项目编号',
    '项目名称',
    '安置方式',
    '年度',
    '安置户数',
    '安置人数',
    '概算总投资（万元）',
    '备案文号',
    '乡镇',
  ];
  const { parts, findings } = await normaliseFile(
    workbookOf(
      sheetOf([
        header,
        ['XP-1001', '安置点', '集中', 2017, 10, 40, 200, '联系人99010119900307004X', '卢峰镇 13800000000'],
      ]),
    ),
    contextOf(),
  );
  expect(parts[0]?.table.objects()).toMatchObject([{ filingNo: null, townshipName: null }]);
  expect(findings.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['identity_in_text', 'phone_in_text']),
  );
});

test.each([
  ['未开工', '未开工'],
  ['2017.2.30', '2017.2.30'],
  ['部分', '部分'],
  ['张三', '**'],
  ['Zhang San', '* *'],
  ['13800000000', '*'],
  ['990101 1990 0307 7719', '*'],
  ['9.90101E+17', '9.*E+17'],
])('%s is shown as %s', (text, shown) => {
  expect(masked(text)).toBe(shown);
});
