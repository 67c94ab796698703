import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDate } from '../../shared/normalise/cells/date.ts';
import { parseDecimal, plainDecimal } from '../../shared/normalise/cells/decimal.ts';
import { idCheckCharacter, readIdNumber } from '../../shared/normalise/cells/identity.ts';
import { personalNumber } from '../../shared/normalise/cells/identity-in-text.ts';
import { readDecimal, readMoney, readPercent } from '../../shared/normalise/cells/number.ts';
import { isEmptyCell } from '../../shared/normalise/field-reader.ts';

/** An apostrophe in front is taken off a text, and keeps it from every way round. */
const byTheLongWay = (text: string): string => `'${text}`;

const runs = { numRuns: 5_000 };
const of = (characters: string, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...characters), maxLength });

describe('a way round gives what the long way gives', () => {
  const numbers = fc.oneof(
    of('0123456789', 20),
    of('0123456789..', 12),
    of('012,.-+ ()%元万#', 8),
    fc.double({ noNaN: true }).map(String),
  );

  test('plain digits are what the grammar of numbers reads', () => {
    fc.assert(
      fc.property(numbers, (text) => {
        const plain = plainDecimal(text);
        if (/^\d+(?:\.\d+)?$/.test(text)) expect(plain).toEqual(parseDecimal(text));
        else expect(plain).toBeNull();
      }),
      runs,
    );
  });

  test.each([
    ['decimals', (text: string) => readDecimal(text, '㎡')],
    ['money', (text: string) => readMoney(text, '万元')],
    ['percentages', (text: string) => readPercent(text)],
  ])('%s', (_, read) => {
    fc.assert(
      fc.property(numbers, (text) => {
        expect(read(text)).toEqual(read(byTheLongWay(text)));
      }),
      runs,
    );
  });

  test('days', () => {
    const context = { date1904: false, year: 2017 };
    const two = of('0123', 2);
    const texts = fc.oneof(
      fc
        .date({ min: new Date('1890-01-01'), max: new Date('2210-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
      fc.tuple(of('0129', 4), two, two).map((parts) => parts.join('-')),
      fc
        .tuple(fc.constantFrom('2016', '2017', '1900'), fc.constantFrom('02', '04', '13', '00'), two)
        .map((parts) => parts.join('-')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(readDate(text, context)).toEqual(readDate(byTheLongWay(text), context));
      }),
      runs,
    );
  });

  test('identity numbers', () => {
    const digits = fc
      .tuple(fc.constantFrom('990101'), of('0129', 4), of('01239', 4), of('0123456789', 3))
      .map((parts) => parts.join(''));
    const texts = fc.oneof(
      digits.map((text) => text.slice(0, 17) + idCheckCharacter(text.padEnd(17, '0'))),
      fc.tuple(digits, of('0123456789Xx', 2)).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(readIdNumber(text, '2017-12-31')).toEqual(readIdNumber(byTheLongWay(text), '2017-12-31'));
      }),
      runs,
    );
  });

  test('a search for a person’s number in a text', () => {
    const texts = fc.oneof(
      of('0123456789- 村组镇A', 24),
      of('０１9①¾第組-', 24),
      fc.string({ unit: 'grapheme' }),
    );
    const invisible = '\u200b';
    fc.assert(
      fc.property(texts, (text) => {
        expect(personalNumber(text)).toBe(personalNumber(text + invisible));
      }),
      runs,
    );
  });

  test('an empty cell', () => {
    fc.assert(
      fc.property(
        fc.oneof(of(' \t\n\u3000\u00a0\ufeff\u007f\u200ba中', 4), fc.string({ unit: 'binary' })),
        (text) => {
          expect(isEmptyCell(text)).toBe(text.trim() === '');
        },
      ),
      runs,
    );
  });
});
