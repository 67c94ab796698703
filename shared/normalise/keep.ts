import type { BatchColumn } from '../datasets/columns.ts';
import { tokenColumn } from '../datasets/columns.ts';
import type { Field } from '../datasets/contract.ts';
import type { Tokeniser } from '../privacy/tokens.ts';
import { foldName } from '../text/clean.ts';
import { birthYearOf, isCanonicalId, isUscc, looksLikeId, sexOf } from './cells/identity.ts';
import type { RowValues } from './column-store.ts';
import type { Value } from './field-reader.ts';
import { remembering } from './memo.ts';

/**
 * Writes what the contract keeps of a value into a row: the value, its year, or tokens of it. Returns `false`
 * when a value differs from what an ID number in the same row says (sex, birth year): the ID number stays.
 */
export type Keeper = (value: Value, area: string, row: RowValues) => boolean;

/** Remembers the tokens of one county while its rows last. */
function withinCounty(make: (area: string, text: string) => string): (text: string, area: string) => string {
  let county: { readonly area: string; readonly token: (text: string) => string } | null = null;
  return (text, area) => {
    if (county?.area !== area) county = { area, token: remembering((own) => make(area, own)) };
    return county.token(text);
  };
}

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
      return token(remembering(tokens.head));
    case 'token:household':
      return token(withinCounty(tokens.household));
    case 'token:name':
      return token(remembering((name) => tokens.name(foldName(name))));
    case 'token:official':
      return token(withinCounty((area, name) => tokens.official(area, foldName(name))));
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
      const head = remembering(tokens.head);
      const household = withinCounty(tokens.household);
      return (value, area, row) => {
        const text = String(value);
        return isCanonicalId(text)
          ? put(headId, head(text), row)
          : put(householdNo, household(text, area), row);
      };
    }
    case 'token:account': {
      const account = token(remembering(tokens.account));
      const last = field.lastDigitsColumn ? at(field.lastDigitsColumn) : null;
      return (value, area, row) => {
        if (last !== null) row[last] = String(value).slice(-4);
        return account(value, area, row);
      };
    }
    case 'keep+token:name': {
      const kept = at(field.name);
      const name = token(remembering((text) => tokens.name(foldName(text))));
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
