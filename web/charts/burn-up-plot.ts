import type { ProgressRow } from '../../shared/api/shaped/progress-row.ts';
import { chartTexts } from '../../shared/messages/page-charts.ts';
import { addDays, type Day } from '../../shared/programme/calendar.ts';
import type { Language } from '../../shared/text/languages.ts';
import { type Html, html } from '../html.ts';
import { type Frame, frameOf, linePath, type Point, stepPath } from './frame.ts';
import { share } from './texts.ts';

interface Captions {
  readonly title: string;
  /** What the drawing shows, for whoever does not see it. */
  readonly words: string;
  readonly language: Language;
}

/** Days drawn before the first node of the plan, and after its deadline. */
const margin = { before: 20, after: 12 } as const;

/** The plan by step and linear, what was started and completed, and where the pace leads, over the plan's days. */
export function burnUpPlot(rows: readonly ProgressRow[], { title, words, language }: Captions): Html {
  const plan = rows.filter(({ series }) => series === 'plan');
  const actual = rows.filter(({ series }) => series === 'actual');
  const days = [...plan, ...actual].flatMap(({ day }) => day ?? []).sort();
  const first = addDays(days.at(0) ?? '', -margin.before);
  const last = addDays(days.at(-1) ?? '', margin.after);
  const frame = frameOf(first, last);
  const nodes = pointsOf(plan, 'dueStep').filter(
    ({ share: due }, index, all) => due !== all[index - 1]?.share,
  );
  const deadline = plan.at(-1)?.day ?? last;
  return html`<svg class="burn-up" viewBox="0 0 ${frame.width} ${frame.height}" role="img" aria-labelledby="burn-up-title burn-up-words">
<title id="burn-up-title">${title}</title><desc id="burn-up-words">${words}</desc>${grid(frame, language)}
<path class="plan-step" d="${stepPath(nodes, last, frame)}"/><path class="plan-linear" d="${linePath(nodes, frame)}"/>
<path class="deadline" d="M${frame.x(deadline)} ${frame.y(0)}V${frame.y(1)}"/><text x="${frame.x(deadline) - 5}" y="${frame.y(0) - 6}" text-anchor="end">${chartTexts.deadline[language]}</text>
${series('completed', rows, frame, last, language)}${series('started', rows, frame, last, language)}</svg>`;
}

function pointsOf(
  rows: readonly ProgressRow[],
  name: 'dueStep' | 'startRate' | 'completionRate',
): readonly Point[] {
  return rows.flatMap((row) => {
    const value = row[name];
    return row.day === null || value === null ? [] : [{ day: row.day, share: value }];
  });
}

function grid({ months, shares, y }: Frame, language: Language): Html {
  const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const name = (day: Day) => {
    const month = Number(day.slice(5, 7));
    return language === 'zh' ? `${month}月` : (names[month - 1] ?? '');
  };
  const across = shares.map(
    ({ share: at, y: place }) =>
      html`<path class="grid" d="M46 ${place}H702"/><text x="40" y="${place + 4}" text-anchor="end">${at * 100}%</text>`,
  );
  const down = months.map(
    ({ day, x: place }, index) =>
      html`<path class="tick" d="M${place} ${y(0)}v5"/><text class="month ${index % 2 === 1 ? 'even' : ''}" x="${place + 3}" y="${y(0) + 18}">${name(day)}</text>`,
  );
  return html`${across}${down}`;
}

/** What was reached, with a dot for each report, the newest in words, and the forecast as a broken line. */
function series(
  name: 'started' | 'completed',
  rows: readonly ProgressRow[],
  frame: Frame,
  last: Day,
  language: Language,
): Html {
  const member = name === 'started' ? 'startRate' : 'completionRate';
  const reached = pointsOf(
    rows.filter((row) => row.series === 'actual'),
    member,
  );
  const now = reached.at(-1);
  if (!now) return html``;
  const finish = pointsOf(
    rows.filter((row) => row.series === (name === 'started' ? 'forecast_start' : 'forecast_completion')),
    member,
  );
  const ahead = finish.filter(({ day }) => day > now.day).map((point) => clipped(now, point, last));
  const dots = reached.map(
    ({ day, share: at }) =>
      html`<circle class="${name}" cx="${frame.x(day)}" cy="${frame.y(at)}" r="3.5"><title>${day} ${share(at)}</title></circle>`,
  );
  const label = `${chartTexts[name][language]} ${share(now.share)}`;
  return html`<path class="${name} forecast" d="${linePath([now, ...ahead], frame)}"/><path class="${name}" d="${linePath(reached, frame)}"/>${dots}
<text class="now" x="${frame.x(now.day) - 8}" y="${frame.y(now.share) - 8}" text-anchor="end">${label}</text>`;
}

/** A line that leads beyond the drawing, cut at its last day. */
function clipped(from: Point, to: Point, last: Day): Point {
  if (to.day <= last) return to;
  const span = (a: Day, b: Day) => Date.parse(b) - Date.parse(a);
  const part = span(from.day, last) / span(from.day, to.day);
  return { day: last, share: from.share + (to.share - from.share) * part };
}
