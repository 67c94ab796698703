import { createHmac } from 'node:crypto';

/**
 * Makes pseudonyms of direct identifiers (domain.md §4, Tokens): HMAC-SHA-256 under the province's secret, cut
 * to 16 bytes, base64url. The same ID number gives the same token in every county of a province.
 */
export interface Tokeniser {
  /** Head of household by canonical 18-character ID number: scope `H`. */
  head(idNumber: string): string;
  /** Household by county code and 户编号: scope `N`. */
  household(countyCode: string, householdNo: string): string;
  /** Person by canonical ID number: scope `P`. */
  person(idNumber: string): string;
  /** Bank account by its digits: scope `A`. */
  account(digits: string): string;
  /** Folded name of a payee: scope `M`. */
  name(foldedName: string): string;
  /** Folded name of an official within a county: scope `O`; no name links two counties or a payee. */
  official(countyCode: string, foldedName: string): string;
  /** What an issue is about, as folded text within a county: scope `S`. */
  subject(countyCode: string, foldedText: string): string;
}

const tokenBytes = 16;
const cacheSize = 20_000;

/** Builds the tokeniser of one secret. Caches are bounded and live as long as the tokeniser. */
export function createTokeniser(secret: Uint8Array): Tokeniser {
  if (secret.length < 16) throw new RangeError('token secret is shorter than 16 bytes');
  let cache = new Map<string, string>();
  const token = (text: string): string =>
    createHmac('sha256', secret).update(text).digest().toString('base64url', 0, tokenBytes);
  const remembered = (text: string): string => {
    const known = cache.get(text);
    if (known) return known;
    const made = token(text);
    if (cache.size >= cacheSize) cache = new Map();
    cache.set(text, made);
    return made;
  };
  return {
    head: (idNumber) => remembered(`H${idNumber}`),
    household: (countyCode, householdNo) => remembered(`N${countyCode}${householdNo}`),
    person: (idNumber) => token(`P${idNumber}`),
    account: (digits) => remembered(`A${digits}`),
    name: (foldedName) => remembered(`M${foldedName}`),
    official: (countyCode, foldedName) => remembered(`O${countyCode}${foldedName}`),
    subject: (countyCode, foldedText) => token(`S${countyCode}${foldedText}`),
  };
}
