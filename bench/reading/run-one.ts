import { readFileSync } from 'node:fs';
import { readers } from './readers.ts';

/** One run of one reader over one file, in a process of its own; prints what it cost as JSON. */
const [name = '', file = ''] = process.argv.slice(2);
const reader = readers[name];
if (!reader) throw new Error(`There is no reader "${name}".`);
const { began, rows, cells, ends } = await reader(file);
const seconds = (performance.now() - began.time) / 1000;
const { user, system } = process.cpuUsage(began.cpu);
console.log(
  JSON.stringify({
    seconds,
    cpuSeconds: (user + system) / 1e6,
    peakMegabytes: peakMegabytes(),
    found: ends ?? (cells === undefined ? `${rows} rows` : `${rows} rows, ${cells} cells`),
  }),
);

/**
 * Peak memory of this process. On Linux from its own books: the system's answer also counts what the parent
 * held when it started this one.
 */
function peakMegabytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  const kilobytes = /^VmHWM:\s*(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}
