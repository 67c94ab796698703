import { costSince } from '../cost.ts';
import { readers } from './readers.ts';

/** One run of one reader over one file, in a process of its own; prints what it cost as JSON. */
const [name = '', file = ''] = process.argv.slice(2);
const reader = readers[name];
if (!reader) throw new Error(`There is no reader "${name}".`);
const { began, rows, cells, ends } = await reader(file);
const found = ends ?? (cells === undefined ? `${rows} rows` : `${rows} rows, ${cells} cells`);
console.log(JSON.stringify(costSince(began, found)));
