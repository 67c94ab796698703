import { addDays, addMonths, type Day, dayNumber } from '../../shared/programme/calendar.ts';

/** A plot of shares over days: where a day and a share lie in the drawing, and the lines of its grid. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  x(day: Day): number;
  y(share: number): number;
  /** First days of the months inside, and where they lie. */
  readonly months: readonly { readonly day: Day; readonly x: number }[];
  /** Shares of the grid, and where they lie. */
  readonly shares: readonly { readonly share: number; readonly y: number }[];
}

const size = { width: 720, height: 300, left: 46, right: 18, top: 18, bottom: 30 } as const;

/** The frame from one day to another; shares go from 0 to 1. */
export function frameOf(first: Day, last: Day): Frame {
  const [from, to] = [dayNumber(first), Math.max(dayNumber(last), dayNumber(first) + 1)];
  const inner = { width: size.width - size.left - size.right, height: size.height - size.top - size.bottom };
  const x = (day: Day) => tenth(size.left + (inner.width * (dayNumber(day) - from)) / (to - from));
  const y = (share: number) => tenth(size.top + inner.height * (1 - Math.max(0, Math.min(1, share))));
  const months: { day: Day; x: number }[] = [];
  for (let day = `${addMonths(addDays(first, -1), 1).slice(0, 8)}01`; day <= last; day = addMonths(day, 1)) {
    months.push({ day, x: x(day) });
  }
  const shares = [0, 0.25, 0.5, 0.75, 1].map((share) => ({ share, y: y(share) }));
  return { width: size.width, height: size.height, x, y, months, shares };
}

/** A point of a line. */
export interface Point {
  readonly day: Day;
  readonly share: number;
}

/** A line through points. */
export function linePath(points: readonly Point[], { x, y }: Frame): string {
  return points.map(({ day, share }, index) => `${index === 0 ? 'M' : 'L'}${x(day)} ${y(share)}`).join('');
}

/** A line that keeps each share until the next point, and the last until a day. */
export function stepPath(points: readonly Point[], until: Day, { x, y }: Frame): string {
  const [first] = points;
  if (!first) return '';
  const steps = points.map(({ day, share }) => `H${x(day)}V${y(share)}`);
  return `M${x(first.day)} ${y(0)}${steps.join('')}H${x(until)}`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
