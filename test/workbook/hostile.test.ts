import { describe, expect, test } from 'vitest';
import { knowsHeader } from '../../shared/normalise/knows-header.ts';
import { WorkbookRefused } from '../../shared/workbook/source.ts';
import type { Ending, HostileKind } from './hostile/kind.ts';
import { hostileKinds } from './hostile/kinds.ts';
import { readWhole } from './support/reading.ts';

/** What reading the small size ends in; anything but cells or a refusal is thrown on. */
async function endingOf({ make, size, limits }: HostileKind): Promise<Ending> {
  const bytes = await make(size?.small ?? 1);
  try {
    const { rows } = await readWhole(bytes, limits, { knowsHeader });
    return { sheets: rows.map((sheet) => sheet.map(({ cells }) => cells)) };
  } catch (error) {
    if (error instanceof WorkbookRefused) return { refused: error.code, params: error.params };
    throw error;
  }
}

describe('a hostile file ends in its one refusal or in every cell', () => {
  test.each(hostileKinds)('$name', async (kind) => {
    const before = Object.keys(Object.prototype);
    const ending = await endingOf(kind);
    expect(ending).toMatchObject(kind.ends);
    if ('sheets' in kind.ends) expect(ending).toEqual(kind.ends);
    expect(Object.keys(Object.prototype)).toEqual(before);
  });

  test('the kinds have names of their own, and a smaller size for the tests', () => {
    expect(new Set(hostileKinds.map(({ name }) => name)).size).toBe(hostileKinds.length);
    for (const { size } of hostileKinds) if (size) expect(size.small).toBeLessThan(size.full);
  });
});
