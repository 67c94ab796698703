import { cliTexts } from '../shared/messages/cli-texts.ts';
import { readArguments } from './arguments.ts';
import type { Console } from './console.ts';
import { CannotRun, type ExitCode, exitCode } from './exit-code.ts';
import { stopSignal } from './stop-signal.ts';

const processConsole: Console = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
};

/** Runs one command of `npx anju` to its end, loading no other, and gives its exit code; never throws. */
export async function main(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  console: Console = processConsole,
): Promise<ExitCode> {
  try {
    const asked = readArguments(args, env);
    switch (asked.kind) {
      case 'help':
        console.out(cliTexts[asked.language].help);
        return exitCode.ok;
      case 'check':
        return await (await import('./check.ts')).checkFiles(asked, console);
      case 'upload':
        return await (await import('./upload.ts')).uploadFile(asked, console);
      case 'order':
        return await (await import('./order.ts')).giveOrder(asked, console);
      case 'recompute':
        return await (await import('./recompute.ts')).recomputeFrom(asked, console);
      case 'proxy':
        return await (await import('./proxy.ts')).serveProxy(asked, console, stopSignal());
    }
  } catch (error) {
    const isRefusal = error instanceof CannotRun;
    const words =
      error instanceof Error ? (isRefusal ? error.message : (error.stack ?? error.message)) : String(error);
    console.err(`anju: ${words}\n`);
    return exitCode.failed;
  }
}
