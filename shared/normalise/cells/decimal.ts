/** A number as typed: sign, digits without a point, and how many of them stand after it. */
export interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  readonly scale: number;
}

const grammar = /^([+-])?(?:(\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.(\d*))?|\.(\d+))$/;

/** Reads digits with proper grouping (1,234,567 or 58 797); `null` for anything else (`12,34`, `二十`). */
export function parseDecimal(text: string): Decimal | null {
  const match = grammar.exec(text);
  if (!match) return null;
  const whole = (match[2] ?? '').replace(/[, ]/g, '');
  const fraction = match[3] ?? match[4] ?? '';
  return { negative: match[1] === '-', digits: whole + fraction || '0', scale: fraction.length };
}

const [zero, nine, point] = [0x30, 0x39, 0x2e];

/**
 * Reads plain digits with at most one point among them (`125.5`), which most cells are, without the grammar of
 * {@link parseDecimal}; `null` for anything else, which may be a number all the same.
 */
export function plainDecimal(text: string): Decimal | null {
  let pointAt = -1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= zero && code <= nine) continue;
    if (code !== point || pointAt >= 0 || at === 0 || at === text.length - 1) return null;
    pointAt = at;
  }
  if (text === '') return null;
  if (pointAt < 0) return { negative: false, digits: text, scale: 0 };
  const digits = text.slice(0, pointAt) + text.slice(pointAt + 1);
  return { negative: false, digits, scale: text.length - 1 - pointAt };
}

/** Reads a cell's number at the fifteen digits Excel keeps: 0.1 + 0.2 is 0.3. */
export function decimalOfNumber(number: number): Decimal | null {
  if (!Number.isFinite(number)) return null;
  const rounded = Number.isSafeInteger(number) ? number : Number(number.toPrecision(15));
  const text = Math.abs(rounded) < 1e-6 ? rounded.toFixed(20) : String(rounded);
  return parseDecimal(text);
}

/** `value` as an integer of units of 10^−`places`, exact; digits beyond are rounded half up and told. */
export function shift(
  { negative, digits, scale }: Decimal,
  places: number,
): { value: number; rounded: boolean } {
  const drop = scale - places;
  let whole = drop > 0 ? digits.slice(0, Math.max(0, digits.length - drop)) : digits + '0'.repeat(-drop);
  const rest = drop > 0 ? digits.slice(Math.max(0, digits.length - drop)).padStart(drop, '0') : '';
  if (whole === '') whole = '0';
  const up = rest !== '' && rest.charCodeAt(0) >= 53 ? 1 : 0;
  const value = Number(whole) + up;
  return { value: negative && value !== 0 ? -value : value, rounded: /[1-9]/.test(rest) };
}

/** The nearest double; fractions such as 83.4 % come out as 0.834 with `power` −2. */
export function toNumber({ negative, digits, scale }: Decimal, power = 0): number {
  const value = Number(`${digits}e${power - scale}`);
  return negative && value !== 0 ? -value : value;
}
