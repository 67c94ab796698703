import { table } from '../contract.ts';
import type { Sent } from '../indicators/rpt/reports.ts';
import type { Items } from './ports.ts';
import { upload } from './schema.ts';
import { isWaiting } from './staging.ts';

/** Uploads read at a time. */
const pageSize = 500;

/**
 * All that a county sent, part by part, oldest first: from the records of its uploads, which are never thrown away.
 * Uploads are kept by the area of their key, so its parts of a city's or the province's upload are looked up there.
 */
export async function sentBy(items: Items, area: string): Promise<readonly Sent[]> {
  const partitions = [area, area.slice(0, 4), area.slice(0, 2)];
  const lists = await Promise.all(partitions.map((one) => sentTo(items, one, area)));
  return lists.flat().sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
}

async function sentTo(items: Items, partition: string, area: string): Promise<readonly Sent[]> {
  const { county, upload: prefix } = table.prefixes;
  const found: Sent[] = [];
  for (let after: string = prefix; ; ) {
    const rows = await items.query(`${county}${partition}`, { after, before: `${prefix}~`, limit: pageSize });
    for (const row of rows) {
      const record = upload.parse(JSON.parse(row.body ?? ''));
      for (const part of record.parts.filter((one) => one.area === area)) {
        const { dataset, period, rows: all, quarantined, batch } = part;
        const isReport = batch !== null && !isWaiting(record, part) && record.withdrawn === undefined;
        found.push({
          dataset,
          period,
          receivedAt: record.receivedAt,
          rows: all,
          quarantined,
          batch,
          isReport,
        });
      }
    }
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return found;
    after = last.sk;
  }
}
