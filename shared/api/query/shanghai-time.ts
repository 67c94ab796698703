const shanghaiOffset = 8 * 3_600_000;

/** An instant as Asia/Shanghai clocks show it: `2017-04-23 09:30:00`. There is no summer time there since 1991. */
export function shanghaiTime(instant: string): string {
  const shifted = new Date(new Date(instant).getTime() + shanghaiOffset);
  return shifted.toISOString().slice(0, 19).replace('T', ' ');
}
