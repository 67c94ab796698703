import { table } from '../contract.ts';
import type { Sent } from '../indicators/rpt/reports.ts';
import type { Items } from './ports.ts';
import { type Upload, upload } from './schema.ts';
import { isWaiting } from './staging.ts';

/** Uploads read at a time. */
const pageSize = 500;

/** What each area sent, part by part, oldest first. */
export type SentByArea = ReadonlyMap<string, readonly Sent[]>;

/**
 * All that counties sent: from the records of their uploads, which are never thrown away. Uploads are kept by the area
 * of their key, so a county's parts of a city's or the province's upload are looked up there; each of these areas is
 * read once, however many of its counties are asked.
 */
export async function sentBy(items: Items, counties: readonly string[]): Promise<SentByArea> {
  const keptUnder = counties.flatMap((area) => [area, area.slice(0, 4), area.slice(0, 2)]);
  const uploads = await Promise.all([...new Set(keptUnder)].map((area) => uploadsOf(items, area)));
  const sent = new Map(counties.map((area): [string, Sent[]] => [area, []]));
  for (const record of uploads.flat()) {
    for (const part of record.parts) sent.get(part.area)?.push(sentIn(record, part));
  }
  for (const parts of sent.values()) parts.sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
  return sent;
}

function sentIn(record: Upload, part: Upload['parts'][number]): Sent {
  const { dataset, period, rows, quarantined, batch } = part;
  const isReport = batch !== null && !isWaiting(record, part) && record.withdrawn === undefined;
  return { dataset, period, receivedAt: record.receivedAt, rows, quarantined, batch, isReport };
}

/** The uploads kept under an area, page by page. */
async function uploadsOf(items: Items, area: string): Promise<readonly Upload[]> {
  const { county, upload: prefix } = table.prefixes;
  const found: Upload[] = [];
  for (let after: string = prefix; ; ) {
    const rows = await items.query(`${county}${area}`, { after, before: `${prefix}~`, limit: pageSize });
    found.push(...rows.map((row) => upload.parse(JSON.parse(row.body ?? ''))));
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return found;
    after = last.sk;
  }
}
