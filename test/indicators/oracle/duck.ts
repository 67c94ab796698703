import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { spanOf } from '../../../shared/programme/periods.ts';
import { povertyLines, transferTasks } from './policy.ts';
import type { Province } from './provinces/province.ts';

/** What the SQL answers for one cell of one area: exact fractions of whole numbers. */
export interface SqlFigure {
  readonly run: number;
  /** A county, or `all` of them. */
  readonly area: string;
  readonly indicator: string;
  /** `basis=households;planYear=2017`, names in order. */
  readonly parameters: string;
  /** `mode=scattered`, or empty for the whole. */
  readonly cell: string;
  readonly counties: bigint;
  readonly status: string;
  readonly numerator: bigint;
  readonly numeratorBelow: bigint;
  readonly denominator: bigint;
  readonly value: bigint;
  readonly valueBelow: bigint;
}

const folder = join(import.meta.dirname, 'sql');

/** The statements of the oracle in their order: files in force, references, one file or more per family, areas. */
const scripts = [
  ...['1-files', '2-in-force', '3-references', '4-holdings'],
  ...readdirSync(folder)
    .filter((name) => /^[a-z].*\.sql$/.test(name))
    .sort()
    .map((name) => name.slice(0, -4)),
  '9-areas',
];

/** Loads the provinces into an empty database in memory, runs the SQL once over all of them, and reads the figures. */
export async function askSql(provinces: readonly Province[]): Promise<readonly SqlFigure[]> {
  const database = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await database.connect();
  const load = async (table: string, rows: readonly object[]) => {
    const described = await connection.runAndReadAll(
      'SELECT column_name, data_type FROM information_schema.columns WHERE table_name = $1',
      [table],
    );
    const shape = Object.fromEntries(described.getRows().map(([name, type]) => [String(name), String(type)]));
    await connection.run(
      `INSERT INTO "${table}" BY NAME SELECT unnest(from_json($1::JSON, '${JSON.stringify([shape])}'), recursive := true)`,
      [JSON.stringify(rows)],
    );
  };
  try {
    for (const name of scripts) {
      await connection.run(readFileSync(join(folder, `${name}.sql`), 'utf8')).catch((cause: unknown) => {
        throw new Error(`${name}.sql fails`, { cause });
      });
      if (name !== '1-files') continue;
      for (const [table, rows] of tablesOf(provinces)) if (rows.length > 0) await load(table, rows);
    }
    const reader = await connection.runAndReadAll('FROM figure ORDER BY ALL');
    return reader.getRowObjects().map((row) => ({
      run: Number(row.run),
      area: String(row.area),
      indicator: String(row.indicator),
      parameters: String(row.parameters),
      cell: String(row.cell),
      counties: BigInt(String(row.counties)),
      status: String(row.status),
      numerator: BigInt(String(row.numerator)),
      numeratorBelow: BigInt(String(row.numerator_below)),
      denominator: BigInt(String(row.den)),
      value: BigInt(String(row.value)),
      valueBelow: BigInt(String(row.value_below)),
    }));
  } finally {
    connection.closeSync();
    database.closeSync();
  }
}

function tablesOf(provinces: readonly Province[]): ReadonlyMap<string, readonly object[]> {
  const tables = new Map<string, object[]>([
    ['poverty_line', [...povertyLines]],
    ['transfer_task', [...transferTasks]],
  ]);
  const put = (table: string, row: object) => {
    const rows = tables.get(table);
    if (rows) rows.push(row);
    else tables.set(table, [row]);
  };
  let part = 0;
  provinces.forEach(({ asked, counties }, run) => {
    const days = ({ first, last }: { first: string; last: string }) => ({ first_day: first, last_day: last });
    put('asked', { run, ...days(spanOf(asked)) });
    for (const { area, parts } of counties) {
      for (const { dataset, period, dataDate, rows } of parts) {
        part += 1;
        put('part', {
          part,
          run,
          county: area,
          dataset,
          period,
          ...days(spanOf(period)),
          data_date: dataDate,
        });
        rows.forEach((row, index) => {
          put(dataset, { part, sourceSheet: 0, sourceRow: index + 4, ...row });
        });
      }
    }
  });
  return tables;
}
