import type { Day } from '../../shared/programme/calendar.ts';

/**
 * Numbers that pass every check and belong to nobody: ID numbers under the area prefix 990101, which does
 * not exist, credit codes under 990101, mobile numbers under the unassigned 154 (domain.md §6.1).
 */

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The check character of an ID number's first 17 digits (GB 11643). */
export function idCheckCharacter(first17: string): string {
  const sum = idWeights.reduce((total, weight, i) => total + weight * Number(first17[i]), 0);
  return '10X98765432'[sum % 11] ?? '';
}

/** The ID number of a birthday and a sequence number below 1000, odd for men. */
export function idNumber(birth: Day, sequence: number): string {
  const first17 = `990101${birth.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  return first17 + idCheckCharacter(first17);
}

/** Sequence numbers a county may use on one birthday: 76, so that thirteen counties never meet. */
const blockSize = 76;

/**
 * Hands out ID numbers of one county, each once: birthday, then a sequence number that is odd for men.
 * `block` is the county's place in the table; throws `RangeError` when a birthday is used up.
 */
export function idIssuer(block: number): (birth: Day, sex: '男' | '女') => string {
  const used = new Map<string, number>();
  return (birth, sex) => {
    const key = birth + sex;
    const nth = used.get(key) ?? 0;
    used.set(key, nth + 1);
    if (nth * 2 + 1 >= blockSize) throw new RangeError(`no ID number left for a birthday in block ${block}`);
    return idNumber(birth, block * blockSize + nth * 2 + (sex === '男' ? 1 : 0));
  };
}

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A credit code (统一社会信用代码, GB 32100) with a genuine check character; `kind` is 91 firm or 93 co-operative. */
export function creditCode(kind: '91' | '93' | '11', serial: number): string {
  const first17 = `${kind}990101MA${String(serial).padStart(7, '0')}`;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += creditAlphabet.indexOf(first17[i] ?? '') * (3 ** i % 31);
  return first17 + (creditAlphabet[(31 - (sum % 31)) % 31] ?? '');
}

/** A bank card number of 19 digits with its Luhn digit. */
export function cardNumber(serial: number): string {
  const first18 = `990101${String(serial).padStart(12, '0')}`;
  let sum = 0;
  for (let i = 0; i < 18; i++) {
    const digit = Number(first18[17 - i]);
    const counted = i % 2 === 0 ? digit * 2 : digit;
    sum += counted > 9 ? counted - 9 : counted;
  }
  return first18 + String((10 - (sum % 10)) % 10);
}

/** A mobile number under the prefix 154, which is not in use. */
export const phoneNumber = (serial: number): string => `154${String(serial).padStart(8, '0')}`;
