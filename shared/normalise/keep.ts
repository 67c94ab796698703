import type { BatchColumn } from '../datasets/columns.ts';
import { tokenColumn } from '../datasets/columns.ts';
import type { Field } from '../datasets/contract.ts';
import type { Tokeniser } from '../privacy/tokens.ts';
import { birthYearOf, isCanonicalId, isUscc, looksLikeId, sexOf } from './cells/identity.ts';
import type { RowValues } from './column-store.ts';
import type { Value } from './field-reader.ts';
import { foldName } from './text.ts';

/**
 * Writes what the contract keeps of a value into a row: the value, its year, or tokens of it. Returns `false`
 * when a value differs from what an ID number in the same row says (sex, birth year): the ID number stays.
 */
export type Keeper = (value: Value, area: string, row: RowValues) => boolean;

/** Builds the keeper of a field (domain.md §4, Tokens). Direct identifiers end here. */
export function keeperOf(field: Field, columns: readonly BatchColumn[], tokens: Tokeniser): Keeper {
  const at = (name: string): number => {
    const index = columns.findIndex((column) => column.name === name);
    if (index < 0) throw new RangeError(`${field.name}: no column ${name}`);
    return index;
  };
  const put = (index: number, value: Value, row: RowValues): boolean => {
    const known = row[index];
    if (known !== null && known !== undefined) return known === value;
    row[index] = value;
    return true;
  };
  const token = (make: (text: string, area: string) => string): Keeper => {
    const index = at(tokenColumn(field));
    return (value, area, row) => put(index, make(String(value), area), row);
  };
  switch (field.keeping) {
    case 'drop':
      return () => true;
    case 'keep': {
      const index = at(field.name);
      return (value, _area, row) => put(index, value, row);
    }
    case 'year': {
      const index = at(field.yearColumn ?? `${field.name}Year`);
      return (value, _area, row) => put(index, value, row);
    }
    case 'token:head':
      return token((id) => tokens.head(id));
    case 'token:household':
      return token((no, area) => tokens.household(area, no));
    case 'token:name':
      return token((name) => tokens.name(foldName(name)));
    case 'token:official':
      return token((name, area) => tokens.official(area, foldName(name)));
    case 'token:subject':
      return token((text, area) => tokens.subject(area, foldName(text)));
    case 'token:person': {
      const person = token((id) => tokens.person(id));
      const derived = field.derives && { year: at(field.derives.birthYear), sex: at(field.derives.sex) };
      return (value, area, row) => {
        const id = String(value);
        if (derived) {
          row[derived.year] = birthYearOf(id);
          row[derived.sex] = sexOf(id);
        }
        return person(value, area, row);
      };
    }
    case 'token:reference': {
      const householdNo = at('householdNoToken');
      const headId = at('headIdToken');
      return (value, area, row) => {
        const text = String(value);
        return isCanonicalId(text)
          ? put(headId, tokens.head(text), row)
          : put(householdNo, tokens.household(area, text), row);
      };
    }
    case 'token:account': {
      const account = token((digits) => tokens.account(digits));
      const last = field.lastDigitsColumn ? at(field.lastDigitsColumn) : null;
      return (value, area, row) => {
        if (last !== null) row[last] = String(value).slice(-4);
        return account(value, area, row);
      };
    }
    case 'keep+token:name': {
      const kept = at(field.name);
      const name = token((text) => tokens.name(foldName(text)));
      return (value, area, row) => put(kept, value, row) && name(value, area, row);
    }
    case 'party': {
      const index = at(field.name);
      return (value, _area, row) => {
        const text = String(value);
        const person = looksLikeId(text) && text.length === 18 && !isUscc(text);
        return put(index, person ? tokens.person(text) : text, row);
      };
    }
  }
}
