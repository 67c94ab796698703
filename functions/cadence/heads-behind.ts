import { areasOfProvince } from '../../shared/programme/areas.ts';
import { generationName, keys } from '../../shared/records/keys.ts';
import type { Items } from '../../shared/records/ports.ts';
import { readHeads } from '../../shared/records/read-published.ts';

/** A county, or a city with targets of its own, whose newest commit is not served: its publisher died between commit and head. */
export interface HeadBehind {
  readonly area: string;
  /** Generation of the head; 0 when there is none. */
  readonly head: number;
  /** Sort key of the newest commit. */
  readonly newest: string;
}

/** Looks for commits newer than their area's head. The next publisher of that area moves the head. */
export async function headsBehind(items: Items, province: string): Promise<readonly HeadBehind[]> {
  const heads = await readHeads(items);
  const looked = areasOfProvince(province).map(async ({ code: area }) => {
    const head = heads.get(area)?.generation ?? 0;
    const range = { after: generationName(head), descending: true, limit: 1 };
    const [newest] = await items.query(keys.commit(area, 0).pk, range);
    return newest ? [{ area, head, newest: newest.sk }] : [];
  });
  return (await Promise.all(looked)).flat();
}
