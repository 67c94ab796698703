import type { Items } from '../../../shared/records/ports.ts';

/** One call of a task that waits to be let through. */
interface Gate {
  readonly task: number;
  readonly open: () => void;
}

/**
 * Runs tasks so that at every step exactly one waiting call goes on: the one the schedule names, or the first.
 * Gives how many waited at each step.
 */
export async function runSchedule(
  items: Items,
  tasks: readonly ((items: Items) => Promise<unknown>)[],
  schedule: readonly number[],
): Promise<readonly number[]> {
  const waiting: Gate[] = [];
  let running = tasks.length;
  const failures: unknown[] = [];
  tasks.forEach((task, index) => {
    const pass = () => new Promise<void>((open) => waiting.push({ task: index, open }));
    task(gated(items, pass))
      .catch((error: unknown) => failures.push(error))
      .finally(() => {
        running -= 1;
      });
  });
  const branches: number[] = [];
  for (let step = 0; ; step += 1) {
    await settle();
    if (failures.length > 0) throw failures[0];
    if (running === 0) return branches;
    waiting.sort((a, b) => a.task - b.task);
    branches.push(waiting.length);
    const [gate] = waiting.splice(schedule[step] ?? 0, 1);
    gate?.open();
  }
}

/** Lets every promise that can go on do so. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/**
 * The port with a gate before every call that touches what may change: commits, heads and records of uploads. Calls on content
 * addressed by its id commute with everything, so their order cannot matter and need not be tried.
 */
function gated(items: Items, pass: () => Promise<void>): Items {
  const passAt = (pk: string) => (/^(COMMITS#|HEADS|COUNTY#)/.test(pk) ? pass() : Promise.resolve());
  return {
    ...items,
    async get(key) {
      await passAt(key.pk);
      return items.get(key);
    },
    async query(pk, range) {
      await passAt(pk);
      return items.query(pk, range);
    },
    async put(item, condition) {
      await passAt(item.pk);
      return items.put(item, condition);
    },
  };
}

/** Runs the tasks under every possible interleaving of their calls; gives how many there were. */
export async function everyInterleaving(
  prepare: () => Promise<{ items: Items; tasks: readonly ((items: Items) => Promise<unknown>)[] }>,
  check: (items: Items, schedule: readonly number[]) => Promise<void>,
): Promise<number> {
  let schedule: number[] = [];
  for (let count = 1; ; count += 1) {
    const { items, tasks } = await prepare();
    const branches = await runSchedule(items, tasks, schedule);
    await check(items, schedule);
    const taken = branches.map((_, step) => schedule[step] ?? 0);
    let step = branches.length - 1;
    while (step >= 0 && (taken[step] ?? 0) + 1 >= (branches[step] ?? 0)) step -= 1;
    if (step < 0) return count;
    schedule = [...taken.slice(0, step), (taken[step] ?? 0) + 1];
  }
}
