import type { Bilingual } from '../../text/languages.ts';
import type { IndicatorDefinition } from '../definition.ts';

const shape = {
  family: 'site',
  unit: '%',
  countUnit: '个',
  kind: 'ratio',
  direction: 'higher',
  colour: 'thresholds',
  sources: ['projects'],
  parameters: [],
  breakdowns: [],
  personal: false,
  source: 'domain.md §5.5',
} as const;

const limits = (
  green: number,
  amber: number,
  basis: 'rule' | 'proposal',
): IndicatorDefinition['thresholds'] => [{ effectiveFrom: '2016-01-01', green, amber, basis }];

const sites: Bilingual = { zh: '集中安置点个数', en: 'concentrated sites' };
const started: Bilingual = { zh: '已开工项目个数', en: 'started projects' };

/** Siting 四避开 · 四靠近 · 四达到, filing and quality of the works, area and deed of the houses. */
export const siteDefinitions: readonly IndicatorDefinition[] = [
  {
    ...shape,
    id: 'site.avoid_compliance',
    name: { zh: '四避开合规率', en: 'Sites avoiding the four hazards' },
    formula: {
      zh: '四项均为“是”的集中安置点 ÷ 四项均已填报的集中安置点',
      en: 'concentrated sites with all four answered yes ÷ concentrated sites with all four answered',
    },
    numerator: { zh: '四避开合规个数', en: 'sites avoiding all four' },
    denominator: { zh: '四项均已填报个数', en: 'sites with all four answered' },
    thresholds: limits(1, 1, 'rule'),
  },
  {
    ...shape,
    id: 'site.avoid_unanswered',
    name: { zh: '四避开未核实数', en: 'Sites with hazards unanswered' },
    formula: {
      zh: '四避开有任一项未填的集中安置点',
      en: 'concentrated sites with any of the four hazards unanswered',
    },
    numerator: { zh: '未核实个数', en: 'sites not fully answered' },
    denominator: sites,
    unit: '个',
    kind: 'count',
    direction: 'lower',
    thresholds: limits(0, 0, 'proposal'),
  },
  {
    ...shape,
    id: 'site.near_compliance',
    name: { zh: '四靠近合规率', en: 'Sites near an anchor of growth' },
    formula: {
      zh: '四靠近至少一项为“是”的集中安置点 ÷ 集中安置点',
      en: 'concentrated sites near at least one of the four anchors ÷ concentrated sites',
    },
    numerator: { zh: '四靠近合规个数', en: 'sites near at least one' },
    denominator: sites,
    thresholds: limits(1, 0.95, 'proposal'),
  },
  {
    ...shape,
    id: 'site.reach_score',
    name: { zh: '四达到平均分', en: 'Mean score of the four outcomes' },
    formula: {
      zh: '四达到为“是”的项数 ÷（4 × 四项均已填报的集中安置点个数）',
      en: 'outcomes answered yes ÷ (4 × concentrated sites with all four answered)',
    },
    numerator: { zh: '达到项数', en: 'outcomes reached' },
    denominator: { zh: '应达到项数', en: 'outcomes answered' },
    thresholds: limits(0.9, 0.7, 'proposal'),
  },
  {
    ...shape,
    id: 'site.filing_rate',
    name: { zh: '备案审查率', en: 'Projects filed before their start' },
    formula: {
      zh: '开工之日或之前备案审查通过的项目 ÷ 已开工项目',
      en: 'projects whose filing passed on or before the day of the start ÷ started projects',
    },
    numerator: { zh: '先备案后开工个数', en: 'projects filed before the start' },
    denominator: started,
    thresholds: limits(1, 0.95, 'rule'),
  },
  {
    ...shape,
    id: 'site.lifetime_quality_rate',
    name: { zh: '终身责任落实率', en: 'Lifelong quality responsibility' },
    formula: {
      zh: '已签工程质量终身责任书的已开工项目 ÷ 已开工项目',
      en: 'started projects with the lifelong quality letter signed ÷ started projects',
    },
    numerator: { zh: '已签责任书个数', en: 'started projects with the letter' },
    denominator: started,
    thresholds: limits(1, 0.95, 'rule'),
  },
  {
    ...shape,
    id: 'site.acceptance_rate',
    name: { zh: '验收合格率', en: 'Acceptance passed' },
    formula: {
      zh: '验收结论为合格或整改后合格的项目 ÷ 已有验收结论的项目',
      en: 'projects that passed the acceptance, at once or after rectification ÷ projects with a conclusion',
    },
    numerator: { zh: '验收合格个数', en: 'projects that passed' },
    denominator: { zh: '已验收个数', en: 'projects with a conclusion' },
    thresholds: limits(1, 0.98, 'proposal'),
  },
  {
    ...shape,
    id: 'site.area_compliance',
    name: { zh: '人均面积合规率', en: 'Housing area within the red line' },
    formula: {
      zh: '住房面积 ÷ 家庭人口 ≤ 25 平方米（误差 0.005）的户 ÷ 两者均已知的户',
      en: 'households with area ÷ family size of at most 25 square metres (tolerance 0.005) ÷ households with both known',
    },
    numerator: { zh: '面积合规户数', en: 'households within the limit' },
    denominator: { zh: '面积与人口均已知户数', en: 'households with area and size known' },
    countUnit: '户',
    sources: ['households'],
    thresholds: limits(1, 0.99, 'rule'),
  },
  {
    ...shape,
    id: 'site.deed_rate',
    name: { zh: '不动产登记率', en: 'Property deeds issued' },
    formula: {
      zh: '已办不动产登记的已入住户 ÷ 已入住户',
      en: 'moved-in households with the deed issued ÷ moved-in households',
    },
    numerator: { zh: '已登记户数', en: 'households with the deed' },
    denominator: { zh: '已入住户数', en: 'moved-in households' },
    countUnit: '户',
    sources: ['households'],
    thresholds: limits(0.95, 0.7, 'proposal'),
  },
];
