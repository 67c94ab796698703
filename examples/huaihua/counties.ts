/**
 * The thirteen county-level units and how the city's published totals are split over them. Only the totals
 * are published; the split is ours, large where counties are large (Chenxi's weight is its real outturn).
 */
export interface County {
  readonly code: string;
  /** Full name as in titles. */
  readonly name: string;
  /** One character that opens document numbers: 沅发改易搬〔2016〕12号. */
  readonly sign: string;
  /** Share of persons and households, relative. */
  readonly weight: number;
  /** Mean household size relative to the city's. */
  readonly size: number;
  /** Start rate of the 2017 plan at 2017-04-21 relative to the city's. */
  readonly pace: number;
  readonly sites2016: number;
  readonly sites2017: number;
  readonly startedSites2017: number;
  readonly townships: number;
}

type Row = readonly [
  code: string,
  name: string,
  sign: string,
  weight: number,
  size: number,
  pace: number,
  sites2016: number,
  sites2017: number,
  startedSites2017: number,
  townships: number,
];

const table: readonly Row[] = [
  ['431202', '鹤城区', '鹤', 1_100, 0.97, 1.12, 1, 2, 2, 3],
  ['431221', '中方县', '中', 5_300, 1.0, 1.04, 4, 8, 7, 10],
  ['431222', '沅陵县', '沅', 17_000, 1.02, 1.05, 12, 25, 22, 21],
  ['431223', '辰溪县', '辰', 15_943, 1.01, 0.9, 11, 23, 17, 20],
  ['431224', '溆浦县', '溆', 18_500, 0.99, 1.07, 13, 27, 24, 22],
  ['431225', '会同县', '会', 7_700, 0.98, 0.98, 5, 11, 9, 14],
  ['431226', '麻阳苗族自治县', '麻', 10_500, 1.01, 1.04, 8, 15, 13, 15],
  ['431227', '新晃侗族自治县', '晃', 7_000, 1.0, 0.99, 6, 11, 9, 10],
  ['431228', '芷江侗族自治县', '芷', 8_200, 1.0, 1.02, 6, 12, 10, 14],
  ['431229', '靖州苗族侗族自治县', '靖', 6_000, 0.98, 1.06, 5, 9, 8, 9],
  ['431230', '通道侗族自治县', '通', 7_800, 1.0, 0.82, 5, 11, 8, 10],
  ['431271', '洪江管理区', '洪区', 500, 0.95, 1.1, 2, 2, 2, 2],
  ['431281', '洪江市', '洪', 6_400, 0.99, 0.88, 4, 7, 5, 12],
];

/** By code; their sites add up to the published 82, 163 and 136. */
export const counties: readonly County[] = table.map(
  ([code, name, sign, weight, size, pace, sites2016, sites2017, startedSites2017, townships]) => ({
    code,
    name,
    sign,
    weight,
    size,
    pace,
    sites2016,
    sites2017,
    startedSites2017,
    townships,
  }),
);

/** A county by its code; throws `RangeError` for any other. */
export function countyOf(code: string): County {
  const county = counties.find((one) => one.code === code);
  if (!county) throw new RangeError(`not a county of the examples: ${code}`);
  return county;
}
