import * as OpenCC from 'opencc-js';
import { expect, test } from 'vitest';
import { contracts } from '../../shared/datasets/contracts.ts';
import { vocabularyText } from '../../shared/normalise/vocabulary-text.ts';
import { foldLabel, foldWord } from '../../shared/text/fold.ts';
import { toSimplified } from '../../shared/text/traditional.ts';

const provinces = [
  '11',
  '12',
  '13',
  '14',
  '15',
  '21',
  '22',
  '23',
  '31',
  '32',
  '33',
  '34',
  '35',
  '36',
  '37',
  '41',
  '42',
  '43',
  '44',
  '45',
  '46',
  '50',
  '51',
  '52',
  '53',
  '54',
  '61',
  '62',
  '63',
  '64',
  '65',
];

/**
 * The generator of shared/text/traditional.data.json: every character of the CJK block and Extension A
 * that opencc-js turns into a character of our vocabulary. `npx vitest run test/text/traditional.test.ts -u`
 * writes the file anew after the vocabulary has grown; without `-u` this test holds the file against it.
 */
test('the frozen map is what opencc-js gives for the vocabulary', async () => {
  const convert = OpenCC.Converter({ from: 't', to: 'cn' });
  const needed = new Set(vocabularyText(provinces));
  const map: Record<string, string> = {};
  for (const [from, to] of [
    [0x3400, 0x4dbf],
    [0x4e00, 0x9fff],
  ] as const) {
    for (let point = from; point <= to; point += 1) {
      const character = String.fromCodePoint(point);
      const simple = convert(character);
      if (simple !== character && needed.has(simple)) map[character] = simple;
    }
  }
  await expect(`${JSON.stringify(map)}\n`).toMatchFileSnapshot('../../shared/text/traditional.data.json');
});

test.each([
  ['漵浦縣', '溆浦县'],
  ['懷化市', '怀化市'],
  ['集中安寘', '集中安置'],
  ['麻陽苗族自治縣', '麻阳苗族自治县'],
])('%s is read as %s', (found, expected) => {
  expect(toSimplified(found)).toBe(expected);
});

test('the Traditional header of every field folds to its Simplified one', () => {
  for (const contract of Object.values(contracts)) {
    for (const field of contract.fields) {
      expect(foldLabel(field.zhHant), `${contract.id}.${field.name}`).toEqual(foldLabel(field.zh));
    }
  }
});

test('an enumeration value folds once and for all', () => {
  expect(foldWord('公司 + 基地 + 農戶')).toBe(foldWord('公司+基地+农户'));
});
