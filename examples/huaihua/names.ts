import type { Random } from './random.ts';

/** Words from which people, townships, villages and firms of the examples are put together; all invented. */

const surnames = [...'向杨张李舒邓田王刘陈周黄吴蒲滕石龙米谌姚贺曾郑唐罗覃梁毛肖胡'];
const given = [
  ...'禾青晓明春秋松柏竹梅兰石泉山川溪桥田园稻麦穗云霞晨光月星雨雪霜晴岚峰林森木水清河江海波远帆航路平安宁康健福禄寿喜庆和顺良善德仁义礼智信诚勤俭朴实秀英芳芬玉珍凤莲菊香琴棋书画文武军民国华建设',
];
const places = [...'青石白竹松柏云溪桐茶桃李金银龙凤马牛大小上下新老长高平沙黄红清双三五'];
const placeEnds = [...'山坪溪岩坡垅湾塘洞冲界田垭寨坳桥'];

/** A person's name of two or three characters. */
export function personName(random: Random, surname: string = random.pick(surnames)): string {
  const first = random.pick(given);
  return surname + first + (random.chance(0.75) ? random.pick(given) : '');
}

/** A surname alone, so that a family can share it. */
export const surnameOf = (random: Random): string => random.pick(surnames);

/** Two characters that sound like a place: 青坪. */
export const placeName = (random: Random): string => random.pick(places) + random.pick(placeEnds);

/** Names of a county's townships (乡镇), all different. */
export function townshipNames(random: Random, count: number): string[] {
  const names = new Set<string>();
  while (names.size < count) names.add(placeName(random));
  return [...names].map((name, i) => name + (i % 3 === 2 ? '乡' : '镇'));
}

/** A firm that says of itself that it is an example. */
export function firmName(place: string, business: string): string {
  return `${place}样例${business}`;
}
