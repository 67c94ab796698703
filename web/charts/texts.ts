import { grouped } from '../format.ts';

/** A fraction as a percentage; a dash where there is none. */
export function share(value: number | null): string {
  return value === null ? '–' : `${grouped(value * 100, 1)}%`;
}

/** A difference of fractions in points, with its sign. */
export function points(value: number | null): string {
  if (value === null) return '–';
  return `${value >= 0 ? '+' : ''}${grouped(value * 100, 1)}`;
}
