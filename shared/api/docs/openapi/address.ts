import type { routes } from '../../../contract.ts';

/** The address of a route with values filled in: in the path where it has a place for them, else in the query. */
export function addressOf(
  { path }: Pick<(typeof routes)[number], 'path'>,
  values: readonly (readonly [string, string])[],
): string {
  const given = new Map(values);
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(given.get(name) ?? ''),
  );
  const query = values.flatMap(([name, value]) =>
    path.includes(`{${name}}`) ? [] : [`${encodeURIComponent(name)}=${readable(value)}`],
  );
  return query.length === 0 ? filled : `${filled}?${query.join('&')}`;
}

/** A value as it may stand in a query: commas, colons, slashes and parentheses as they are, to be read. */
function readable(value: string): string {
  return encodeURIComponent(value).replaceAll(/%(2C|3A|2F|28|29|21)/g, (word) => decodeURIComponent(word));
}
