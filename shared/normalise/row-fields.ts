import type { Value } from './field-reader.ts';
import type { FieldValues } from './row-rules.ts';

/** Values of one row by field, as read; one holder serves the rows of a sheet one after the other. */
export interface RowFields extends FieldValues {
  /** Value of the field at a place in the list the holder was made for. */
  at(place: number): Value | undefined;
  put(place: number, value: Value): void;
  set(field: string, value: Value): void;
  clear(): void;
}

/** A holder for the named fields and, once they are set, any others. */
export function createRowFields(fields: readonly string[]): RowFields {
  const places = new Map(fields.map((field, place) => [field, place]));
  const values: (Value | undefined)[] = fields.map(() => undefined);
  const get = (field: string): Value | undefined => {
    const place = places.get(field);
    return place === undefined ? undefined : values[place];
  };
  return {
    at: (place) => values[place],
    put(place, value) {
      values[place] = value;
    },
    get,
    has: (field) => get(field) !== undefined,
    set(field, value) {
      const place = places.get(field) ?? values.length;
      places.set(field, place);
      values[place] = value;
    },
    clear() {
      values.fill(undefined);
    },
  };
}
