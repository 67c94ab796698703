import { macOf } from './mac.ts';

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

const shortestSecret = 16;

/** Builds the tokeniser of one secret. It remembers no identifier. Throws `RangeError` when the secret is short. */
export function createTokeniser(secret: Uint8Array): Tokeniser {
  if (secret.length < shortestSecret) throw new RangeError('token secret is shorter than 16 bytes');
  const token = macOf(secret);
  return {
    head: (idNumber) => token(`H${idNumber}`),
    household: (countyCode, householdNo) => token(`N${countyCode}${householdNo}`),
    person: (idNumber) => token(`P${idNumber}`),
    account: (digits) => token(`A${digits}`),
    name: (foldedName) => token(`M${foldedName}`),
    official: (countyCode, foldedName) => token(`O${countyCode}${foldedName}`),
    subject: (countyCode, foldedText) => token(`S${countyCode}${foldedText}`),
  };
}
