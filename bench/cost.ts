import { readFileSync } from 'node:fs';
import type { Run } from './measure.ts';

/** Since when a run is measured: loading the code is not part of it. */
export interface Began {
  readonly time: number;
  readonly cpu: NodeJS.CpuUsage;
}

export function beginning(): Began {
  return { time: performance.now(), cpu: process.cpuUsage() };
}

/** What this process has cost since it began, and what it found. */
export function costSince(began: Began, found: string): Run {
  const seconds = (performance.now() - began.time) / 1000;
  const { user, system } = process.cpuUsage(began.cpu);
  return { seconds, cpuSeconds: (user + system) / 1e6, peakMegabytes: peakMegabytes(), found };
}

/**
 * Peak memory of this process. On Linux from its own books: the system's answer also counts what the parent
 * held when it started this one.
 */
function peakMegabytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  const kilobytes = /^VmHWM:\s*(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}
