import type { SetTimer } from '../queue/poller.ts';

/** What wakes a function once a day, as the stack's rule does. */
export interface EveryMorning {
  /** Wakes it now, beside the clock; resolves when it is done, whatever came of it. */
  wake(): Promise<void>;
  /** Wakes it no more and resolves when what is under way is done. */
  stop(): Promise<void>;
}

export interface EveryMorningOptions {
  /** Time of day in UTC. */
  readonly at: { readonly hour: number; readonly minute: number };
  readonly handle: () => Promise<unknown>;
  /** Told when the function throws; it is woken again the next day. */
  readonly onFault: (error: unknown) => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly setTimer?: SetTimer;
}

const dayMilliseconds = 86_400_000;

/** Timers stand still while a laptop sleeps, so that the clock is looked at again and again. */
const lookMilliseconds = 15 * 60_000;

const systemTimer: SetTimer = (milliseconds, callback) => {
  const timer = setTimeout(callback, milliseconds);
  timer.unref();
  return () => clearTimeout(timer);
};

/** The next instant at that time of day, later than `now`. */
function nextAt({ hour, minute }: EveryMorningOptions['at'], now: number): number {
  const today = Math.floor(now / dayMilliseconds) * dayMilliseconds + (hour * 60 + minute) * 60_000;
  return today > now ? today : today + dayMilliseconds;
}

/** Starts waiting for the time of day. Two mornings are never under way at once. */
export function startEveryMorning(options: EveryMorningOptions): EveryMorning {
  const { at, handle, onFault, now = Date.now, setTimer = systemTimer } = options;
  let underWay: Promise<void> = Promise.resolve();
  let cancel = () => {};
  let stopped = false;
  let due = nextAt(at, now());

  const wake = () => {
    underWay = underWay.then(async () => {
      if (!stopped) await Promise.resolve().then(handle).catch(onFault);
    });
    return underWay.then(() => undefined);
  };
  const wait = () => {
    cancel = setTimer(Math.min(due - now(), lookMilliseconds), look);
  };
  const look = () => {
    if (stopped) return;
    if (now() >= due) {
      due = nextAt(at, now());
      void wake();
    }
    wait();
  };
  wait();
  return {
    wake,
    async stop() {
      stopped = true;
      cancel();
      await underWay;
    },
  };
}
