import { counties } from '../../../examples/huaihua/counties.ts';
import { phoneOf } from '../../../examples/huaihua/sheets/households-sheet.ts';
import { worldOf } from '../../../examples/huaihua/world.ts';

/** What would tell who somebody is, of every person in the examples. */
export interface Identifiers {
  readonly idNumbers: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly phones: ReadonlySet<string>;
}

export function identifiersOfExamples(): Identifiers {
  const households = counties.flatMap((county) => worldOf(county).households);
  const people = households.flatMap((household) => household.members);
  return {
    idNumbers: new Set(people.map((person) => person.idNo)),
    names: new Set(people.map((person) => person.name)),
    phones: new Set(households.flatMap((household) => phoneOf({ household }) ?? [])),
  };
}

/** Longest run looked at for a name of three characters; place names can hold two-character names by chance. */
const nameLength = 3;

/** The identifiers found in a text: numbers anywhere, three-character names anywhere, others as the whole. */
export function identifiersIn(text: string, { idNumbers, names, phones }: Identifiers): readonly string[] {
  const found: string[] = [];
  for (const [number] of text.matchAll(/\d{17}[\dXx]|\d{11}/g)) {
    if (idNumbers.has(number.toUpperCase()) || phones.has(number)) found.push(number);
  }
  if (names.has(text)) found.push(text);
  for (const [run] of text.matchAll(/[\u4e00-\u9fff]{3,}/g)) {
    for (let at = 0; at + nameLength <= run.length; at += 1) {
      if (names.has(run.slice(at, at + nameLength))) found.push(run.slice(at, at + nameLength));
    }
  }
  return found;
}
