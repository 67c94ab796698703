import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTokeniser } from '../../shared/privacy/tokens.ts';

const secret = new Uint8Array(32).fill(7);
const tokens = createTokeniser(secret);

function expected(text: string): string {
  return createHmac('sha256', secret).update(text).digest().subarray(0, 16).toString('base64url');
}

test.each([
  ['head', tokens.head('99010119900307004X'), 'H99010119900307004X'],
  ['household', tokens.household('431224', '0017'), 'N4312240017'],
  ['person', tokens.person('99010119900307004X'), 'P99010119900307004X'],
  ['account', tokens.account('62220000'), 'A62220000'],
  ['name', tokens.name('某某公司'), 'M某某公司'],
])('%s is the HMAC of its scope and text, 16 bytes', (_, token, text) => {
  expect(token).toBe(expected(text));
  expect(token).toMatch(/^[\w-]{22}$/);
});

test('a head of household and the same person have different tokens', () => {
  expect(tokens.head('99010119900307004X')).not.toBe(tokens.person('99010119900307004X'));
});

test('a household number is a county’s own', () => {
  expect(tokens.household('431224', '17')).not.toBe(tokens.household('431222', '17'));
});

test('another secret gives other tokens, the cache never mixes them', () => {
  const other = createTokeniser(new Uint8Array(32).fill(8));
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(tokens.name(text)).toBe(tokens.name(text));
      expect(other.name(text)).not.toBe(tokens.name(text));
    }),
  );
});

test('a token stays the same when the cache has been emptied', () => {
  const before = tokens.account('1');
  for (let i = 0; i < 20_001; i += 1) tokens.account(String(i));
  expect(tokens.account('1')).toBe(before);
});

test('a short secret is refused', () => {
  expect(() => createTokeniser(new Uint8Array(8))).toThrow(RangeError);
});
