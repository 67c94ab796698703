import { CannotRun } from './exit-code.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** The two addresses of an `npm start`. */
interface Addresses<Address> {
  readonly api: Address;
  readonly s3: Address;
}

/**
 * Where the API and the S3 endpoint of `npm start` are: what the command line names; else the ports it was itself
 * started with, `PORT` (4310) and `S3_PORT` (4311). Beside a named API, S3 is on the port after it.
 *
 * @throws {@link CannotRun} with `noPort(name, found)` for a variable that names no port; 0 is none: it stands for
 *   whichever was free.
 */
export function localStart(
  named: Addresses<string | null>,
  env: Env,
  noPort: (name: string, found: string) => string,
): Addresses<string> {
  const addressOf = (name: 'PORT' | 'S3_PORT', otherwise: number) => {
    const given = env[name];
    const port = given ? Number(given) : otherwise;
    if (Number.isInteger(port) && port > 0 && port <= 65_535) return `http://127.0.0.1:${port}`;
    throw new CannotRun(noPort(name, given ?? ''));
  };
  return {
    api: named.api ?? addressOf('PORT', 4310),
    s3: named.s3 ?? (named.api === null ? addressOf('S3_PORT', 4311) : besides(named.api)),
  };
}

function besides(api: string): string {
  const url = new URL(api);
  url.port = String(Number(url.port || '80') + 1);
  return url.origin;
}
