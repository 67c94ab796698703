import type { IncomingHttpHeaders, Server } from 'node:http';

const loopbackNames: readonly string[] = ['127.0.0.1', 'localhost'];

/**
 * Whether a Host header names this machine. A page of another site that got its own name resolved to
 * 127.0.0.1 (DNS rebinding) sends that name, and must be refused.
 */
export function isLoopbackHost(host: string | undefined): boolean {
  const name = host?.replace(/:\d{1,5}$/, '').toLowerCase();
  return name !== undefined && loopbackNames.includes(name);
}

/**
 * Whether a page of another site sent the request. Whoever sits at this machine has a browser on it, and any
 * page it shows could otherwise write here: the local keys are known to everybody.
 */
export function isFromForeignPage(headers: IncomingHttpHeaders): boolean {
  const { origin } = headers;
  if (origin !== undefined && !isLoopbackOrigin(origin)) return true;
  return headers['sec-fetch-site'] === 'cross-site';
}

function isLoopbackOrigin(origin: string): boolean {
  const host = /^http:\/\/([^/]+)$/.exec(origin)?.[1];
  return isLoopbackHost(host);
}

/** Milliseconds an idle connection is kept: longer than clients keep theirs, so that none is closed under a request. */
const keepAlive = 65_000;

/** Starts listening (0: any free port) and gives the port; rejects with Node's error, e.g. `EADDRINUSE`. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  server.keepAliveTimeout = keepAlive;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

const closingPause = 20;
const closingPatience = 5_000;

/**
 * Stops listening, lets answers under way finish and closes idle connections; a client that stalls is cut
 * off after five seconds. A connection whose answer has just been read counts as idle only a moment later,
 * hence the repetition.
 */
export function closeServer(server: Server): Promise<void> {
  const again = setInterval(() => server.closeIdleConnections(), closingPause);
  const end = setTimeout(() => server.closeAllConnections(), closingPatience);
  return new Promise((resolve) => {
    server.close(() => {
      clearInterval(again);
      clearTimeout(end);
      resolve();
    });
    server.closeIdleConnections();
  });
}
