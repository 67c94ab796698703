import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTokeniser } from '../../shared/privacy/tokens.ts';

const secret = new Uint8Array(32).fill(7);
const tokens = createTokeniser(secret);

function expected(text: string, key = secret): string {
  return createHmac('sha256', key).update(text).digest().subarray(0, 16).toString('base64url');
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

test('another secret gives other tokens', () => {
  const other = createTokeniser(new Uint8Array(32).fill(8));
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(tokens.name(text)).toBe(tokens.name(text));
      expect(other.name(text)).not.toBe(tokens.name(text));
    }),
  );
});

test('whatever the secret and the text, a token is what the library’s HMAC gives', () => {
  const secrets = fc.uint8Array({ minLength: 16, maxLength: 200 });
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200, size: 'max' }),
    fc.string({ unit: 'grapheme', maxLength: 200, size: 'max' }),
    fc.constantFrom('\ud800', '一'.repeat(127), '一'.repeat(128), '𠮷'.repeat(64), '𠮷'.repeat(65)),
  );
  fc.assert(
    fc.property(secrets, fc.array(texts, { maxLength: 5 }), (own, all) => {
      const tokeniser = createTokeniser(own);
      for (const text of all) expect(tokeniser.name(text)).toBe(expected(`M${text}`, own));
    }),
    { numRuns: 2_000 },
  );
});

test('a short secret is refused', () => {
  expect(() => createTokeniser(new Uint8Array(8))).toThrow(RangeError);
});
