import type { EnumValue, Field, FieldType } from './contract.ts';

/** What a field says beyond its name, labels and type. */
export type FieldOptions = Partial<Omit<Field, 'name' | 'zh' | 'zhHant' | 'en' | 'type'>>;

/** Simplified header, Traditional header, English label. */
export type Labels = readonly [zh: string, zhHant: string, en: string];

/** Writes one row of a contract's field table; unsaid means optional, kept, not personal, without a unit. */
export function field(name: string, labels: Labels, type: FieldType, options: FieldOptions = {}): Field {
  const [zh, zhHant, en] = labels;
  return {
    name,
    zh,
    zhHant,
    en,
    aliases: [],
    type,
    unit: null,
    need: 'optional',
    pii: 'N',
    keeping: 'keep',
    ...options,
  };
}

/** Writes one value of an enumeration: code, Chinese, English, further spellings. */
export function value(code: string, zh: string, en: string, ...spellings: readonly string[]): EnumValue {
  return { code, zh, en, spellings };
}

/** A whole number of something, zero or more. */
export function count(unit: string, options: FieldOptions = {}): FieldOptions {
  return { unit, min: 0, ...options };
}
