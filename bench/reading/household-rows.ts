/** Headers of the bench's table: 20 columns of 搬迁户花名册 that its contract knows. */
export const headers = [
  '户编号',
  '户主姓名',
  '户主身份证号',
  '联系电话',
  '县（市、区）',
  '迁出乡镇',
  '迁出村',
  '村民小组',
  '家庭人口',
  '是否建档立卡',
  '安置方式',
  '安置项目编号',
  '安置住房面积',
  '自筹资金（元）',
  '开工日期',
  '竣工日期',
  '交钥匙日期',
  '入住日期',
  '签订拆旧协议',
  '人均纯收入（元）',
] as const;

/** A date as days since 1899-12-30, told apart from other numbers. */
export interface Serial {
  readonly serial: number;
}

export type BenchCell = string | number | Serial;

const surnames = [...'向舒杨龙吴石田张李王刘陈蒲滕姚唐曾周'];
const given = [...'明德志国华秀英建军海燕梅芳春生玉兰长林远文武平安'];
const townships = [...'沅辰溆麻会靖芷洪鹤中城北南东'].map((first) => `${first}溪镇`);
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

const pick = <T>(list: readonly T[], index: number): T => {
  const one = list[index % list.length];
  if (one === undefined) throw new RangeError('nothing to pick from');
  return one;
};

/** An identity number of the made-up area 990101, by its place in the table. */
function identityNumber(index: number): string {
  const year = 1940 + (index % 55);
  const month = 1 + (Math.floor(index / 55) % 12);
  const day = 1 + (Math.floor(index / 660) % 28);
  const sequence = Math.floor(index / 18_480) % 1000;
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  const body = `990101${year}${pad(month, 2)}${pad(day, 2)}${pad(sequence, 3)}`;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return `${body}${pick([...'10X98765432'], sum % 11)}`;
}

/** Row `index` of the table; the same in every run. */
export function householdRow(index: number): readonly BenchCell[] {
  const size = 1 + ((index * 7) % 6);
  const begun = 42_500 + ((index * 13) % 200);
  return [
    `HH${String(index).padStart(7, '0')}`,
    `${pick(surnames, index * 5)}${pick(given, index * 7)}${pick(given, Math.floor(index / 24) * 11)}`,
    identityNumber(index),
    `1380000${String(index % 10_000).padStart(4, '0')}`,
    '溆浦县',
    pick(townships, index * 3),
    `${pick(given, index)}${pick(given, Math.floor(index / 9))}村`,
    `第${1 + (index % 12)}组`,
    size,
    index % 5 === 0 ? '否' : '是',
    index % 4 === 0 ? '分散安置' : '集中安置',
    `XP-${1000 + (index % 80)}`,
    size * 25 - (index % 3) * 0.5,
    2000 + (index % 8) * 500,
    { serial: begun },
    { serial: begun + 120 },
    { serial: begun + 130 },
    { serial: begun + 140 },
    index % 3 === 0 ? '√' : '×',
    3000 + ((index * 17) % 4000) + 0.25,
  ];
}

/** A serial as `2017-04-21`. */
export function isoDay({ serial }: Serial): string {
  return new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
}
