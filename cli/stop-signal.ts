/**
 * Aborted by Ctrl-C or a polite kill. It stays listened for: npx hands the terminal's signal on, so that it comes
 * twice, and the second must not cut off what the first had ended in order.
 */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
  return stop.signal;
}
