/**
 * The number written at `source[from, to)`, as `Number()` gives it; `NaN` for anything that is no finite
 * decimal number. Integers and short decimals, which is nearly all, are read without cutting the text: both
 * parts of `digits / 10^places` are exact below 2^53, so the quotient is the correctly rounded one.
 */
export function readNumber(source: string, from: number, to: number): number {
  const negative = source.charCodeAt(from) === 0x2d;
  let digits = 0;
  let count = 0;
  let places = -1;
  for (let at = negative ? from + 1 : from; at < to; at++) {
    const digit = source.charCodeAt(at) - 0x30;
    if (digit >= 0 && digit <= 9) {
      digits = digits * 10 + digit;
      count++;
      if (places >= 0) places++;
    } else if (digit === -2 && places < 0) places = 0;
    else return readLongNumber(source.slice(from, to));
  }
  if (count === 0 || count > 15) return readLongNumber(source.slice(from, to));
  const value = places > 0 ? digits / (powersOfTen[places] ?? Number.NaN) : digits;
  return negative ? -value : value;
}

const powersOfTen = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

function readLongNumber(text: string): number {
  const number = /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : Number.NaN;
}
