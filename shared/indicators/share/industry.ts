import type { Day } from '../../programme/calendar.ts';
import type { BatchInput } from '../facts.ts';
import type { Origin } from '../origin.ts';
import { type Rational, rational } from '../rational.ts';
import { readRows } from '../rows.ts';
import { groupByKey } from '../union.ts';

/** An industry project 产业项目 in one dividend year (domain.md §4, D5); money in 分, blanks `null`. */
export interface IndustryProject {
  readonly origin: Origin;
  readonly industryId: string;
  readonly year: number;
  readonly model: string | null;
  /** Unified social credit code of the operating entity 经营主体. */
  readonly entity: string;
  /** Settlement site it is linked to, as typed. */
  readonly site: string | null;
  readonly fiscalInvested: number;
  readonly convertedToShares: number;
  readonly entityCapital: number | null;
  readonly statedRatio: number | null;
  readonly hasAgreement: boolean;
  readonly agreementEnd: Day | null;
  /** Share of the principal that is guaranteed as a dividend each year; `null` without a guarantee. */
  readonly guarantee: Rational | null;
  /** Bought back, at a fixed rate, and expressly not registered as equity: a loan by another name 名股实债. */
  readonly debtLike: boolean;
  readonly netProfit: number | null;
}

/** Rates are kept as fractions of few decimals; to the millionth of a percent they are exact. */
const parts = 100_000_000;

/** Each project once, by its row of the newest year not later than `year` (R5). */
export function readIndustry(batch: BatchInput, year: number): readonly IndustryProject[] {
  const rows = readRows(batch, (cells, origin): IndustryProject => {
    const rate = Math.round((cells.number('guaranteedRate') ?? 0) * parts);
    return {
      origin,
      industryId: cells.text('industryId') ?? '',
      year: cells.number('year') ?? 0,
      model: cells.text('model'),
      entity: cells.text('entityUscc') ?? '',
      site: cells.text('projectId'),
      fiscalInvested: cells.number('fiscalInvested') ?? 0,
      convertedToShares: cells.number('convertedToShares') ?? 0,
      entityCapital: cells.number('entityCapital'),
      statedRatio: cells.number('povertyShareRatio'),
      hasAgreement: cells.text('agreementNo') !== null,
      agreementEnd: cells.text('agreementEnd'),
      guarantee: rate > 0 ? rational(rate, parts) : null,
      debtLike: cells.flag('buyback') === true && rate > 0 && cells.flag('equityRegistered') === false,
      netProfit: cells.number('netProfit'),
    };
  }).filter((row) => row.year <= year);
  return [...groupByKey(rows, ({ industryId }) => industryId).values()].flatMap((years) =>
    [...years].sort((a, b) => b.year - a.year).slice(0, 1),
  );
}
