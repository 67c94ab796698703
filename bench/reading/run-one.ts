import { readers } from './readers.ts';

/** One run of one reader over one file, in a process of its own; prints what it cost as JSON. */
const [name = '', file = ''] = process.argv.slice(2);
const reader = readers[name];
if (!reader) throw new Error(`There is no reader "${name}".`);
const { began, rows, cells } = await reader(file);
const seconds = (performance.now() - began.time) / 1000;
const { user, system } = process.cpuUsage(began.cpu);
console.log(
  JSON.stringify({
    seconds,
    cpuSeconds: (user + system) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    found: cells === undefined ? `${rows} rows` : `${rows} rows, ${cells} cells`,
  }),
);
