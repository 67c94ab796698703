import { StartRefused } from './start-refused.ts';

/** What `npm start` was asked for. */
export interface Settings {
  readonly province: string;
  readonly port: number;
  readonly s3Port: number;
  readonly dataFolder: string;
  readonly empty: boolean;
  /** Seconds the installation before took; 0 when there was none. */
  readonly installSeconds: number;
}

/** Reads arguments and environment: PORT, S3_PORT, ANJU_DATA, `--empty`. */
export function readSettings(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Settings {
  const unknown = args.find((arg) => arg !== '--empty');
  if (unknown !== undefined) {
    throw new StartRefused(
      `"${unknown}" is not understood. npm start takes --empty (load no examples), written as: npm start -- --empty`,
    );
  }
  return {
    province: '43',
    port: portOf('PORT', env.PORT, 4310),
    s3Port: portOf('S3_PORT', env.S3_PORT, 4311),
    dataFolder: env.ANJU_DATA || '.anju',
    /** npm keeps a flag that stands before `--` to itself and tells it by this variable. */
    empty: args.includes('--empty') || env.npm_config_empty === 'true',
    installSeconds: Number(env.ANJU_INSTALL_SECONDS ?? 0) || 0,
  };
}

function portOf(name: string, given: string | undefined, otherwise: number): number {
  if (given === undefined || given === '') return otherwise;
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new StartRefused(`${name}=${given} is no port. Give a number from 0 to 65535 (0: any free one).`);
}
