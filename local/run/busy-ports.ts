import { createServer } from 'node:net';
import { StartRefused } from './start-refused.ts';

/** The sentence for ports that something else listens on. */
export function busySentence(ports: readonly number[]): string {
  const several = ports.length > 1;
  return `${several ? 'Ports' : 'Port'} ${ports.join(' and ')} ${several ? 'are' : 'is'} in use: stop what uses ${several ? 'them' : 'it'}, or choose ${several ? 'others' : 'another'} with PORT (page and API) ${several ? 'and' : 'or'} S3_PORT (S3 endpoint).`;
}

/** Refuses a start whose ports are taken, all of them at once, before anything is made. 0 is any free port. */
export async function refuseBusyPorts(wanted: readonly number[]): Promise<void> {
  const busy: number[] = [];
  for (const port of wanted) if (port !== 0 && (await isBusy(port))) busy.push(port);
  if (busy.length > 0) throw new StartRefused(busySentence(busy));
}

function isBusy(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(true);
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(false)));
  });
}
