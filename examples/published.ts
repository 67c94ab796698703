/**
 * The figures the seed article publishes about Huaihua (湖南懷化市發改委用改革思維抓易地扶貧搬遷工作, 2017-06-09),
 * each with the words it stands in; the examples reach them from the rows up (domain.md §2, G1–G16).
 */

/** One published (or directly implied) figure. */
export interface PublishedFigure {
  readonly value: number;
  readonly unit: '人' | '户' | '个';
  /** The article's sentence, in Simplified Chinese, or how the figure follows from two of them. */
  readonly said: string;
}

/** Every figure by name; persons are 人, households 户, projects 个. */
export const published = {
  fiveYearPersons: { value: 110_422, unit: '人', said: '十三五期间，易地扶贫搬迁任务总数为110422人' },
  moved2016Households: { value: 6_416, unit: '户', said: '2016年完成易地扶贫搬迁6416户25734人' },
  moved2016Persons: { value: 25_734, unit: '人', said: '2016年完成易地扶贫搬迁6416户25734人' },
  task2016Persons: { value: 21_607, unit: '人', said: '超出省定任务4127人：25734 − 4127（G3）' },
  inspectedSites2016: { value: 82, unit: '个', said: '对全市82个集中安置项目进行了重点巡检' },
  plan2017Persons: { value: 58_797, unit: '人', said: '2017年计划易地扶贫搬迁58797人' },
  plan2017Households: { value: 15_521, unit: '户', said: '6286 + 9235（G2）' },
  concentratedSites: { value: 163, unit: '个', said: '全市163个集中安置项目（共6286户24324人）' },
  concentratedHouseholds: { value: 6_286, unit: '户', said: '全市163个集中安置项目（共6286户24324人）' },
  concentratedPersons: { value: 24_324, unit: '人', said: '全市163个集中安置项目（共6286户24324人）' },
  scatteredHouseholds: { value: 9_235, unit: '户', said: '9235户分散安置项目（共34473人）' },
  scatteredPersons: { value: 34_473, unit: '人', said: '9235户分散安置项目（共34473人）' },
  startedSites: {
    value: 136,
    unit: '个',
    said: '截至4月21日集中安置开工率83.4%：163个中只有136个合此数（G8）',
  },
  startedConcentrated: { value: 5_242, unit: '户', said: '开工率83.4%：6286户中取5242户（G9的5240–5245）' },
  startedScattered: { value: 7_693, unit: '户', said: '开工率83.3%：9235户中取7693户（G10的7689–7697）' },
} as const satisfies Readonly<Record<string, PublishedFigure>>;

/** The day the 2017 figures speak of: 截至4月21日, the first day of the last 旬 of April. */
export const publishedDay = '2017-04-21';
