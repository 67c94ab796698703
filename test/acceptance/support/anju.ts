import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');

/** A local Anju as a user starts it: a process with its own ports and data folder. */
export interface Anju {
  readonly url: string;
  readonly s3Url: string;
  /** Everything it has printed. */
  output(): string;
  /** Ctrl-C; gives the exit code. */
  stop(): Promise<number | null>;
}

/** Has a process end when the one that started it has gone, however it went: a test cut short leaves none running. */
const withParent = `data:text/javascript,
  import { isMainThread } from 'node:worker_threads';
  if (isMainThread) process.stdin.on('end', () => process.exit(1)).resume().unref();`;

/** Starts the process without waiting for anything. */
export function spawnAnju(args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, ['--import', withParent, '--import', 'tsx', 'local/main.ts', ...args], {
    cwd: root,
    env: { ...process.env, PORT: '0', S3_PORT: '0', ...env },
  });
}

/** Starts Anju over a data folder and waits until it says that it is ready. */
export async function startAnju(dataFolder: string, args: readonly string[] = []): Promise<Anju> {
  const child = spawnAnju(args, { ANJU_DATA: dataFolder });
  let output = '';
  const ready = new Promise<void>((resolve, reject) => {
    const take = (chunk: Buffer) => {
      output += chunk.toString('utf8');
      if (/Anju is ready: \S+/.test(output)) resolve();
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.on('exit', (code) => reject(new Error(`ended with ${code} before it was ready:\n${output}`)));
  });
  await ready;
  const found = (pattern: RegExp) => (pattern.exec(output)?.[1] ?? '').replace(/\/$/, '');
  return {
    url: found(/Anju is ready: (\S+)/),
    s3Url: found(/S3 endpoint\s+(\S+)/),
    output: () => output,
    async stop() {
      child.removeAllListeners('exit');
      if (child.exitCode !== null) return child.exitCode;
      const exited = once(child, 'exit');
      child.kill('SIGINT');
      const [code] = await exited;
      return typeof code === 'number' ? code : null;
    },
  };
}

/** Runs Anju to its end and gives what it printed; for starts that are refused. */
export async function refusedStart(args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawnAnju(args, env);
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8');
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8');
  });
  const [code] = await once(child, 'exit');
  return { code, output };
}
