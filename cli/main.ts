import { cliTexts } from '../shared/messages/cli-texts.ts';
import { readArguments } from './arguments.ts';
import { checkFiles } from './check.ts';
import type { Console } from './console.ts';
import { CannotRun, type ExitCode, exitCode } from './exit-code.ts';
import { giveOrder } from './order.ts';
import { serveProxy } from './proxy.ts';
import { recomputeFrom } from './recompute.ts';
import { stopSignal } from './stop-signal.ts';
import { uploadFile } from './upload.ts';

const processConsole: Console = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
};

/** Runs one command of `npx anju` to its end and gives its exit code; never throws. */
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
        return await checkFiles(asked, console);
      case 'upload':
        return await uploadFile(asked, console);
      case 'order':
        return await giveOrder(asked, console);
      case 'recompute':
        return await recomputeFrom(asked, console);
      case 'proxy':
        return await serveProxy(asked, console, stopSignal());
    }
  } catch (error) {
    const isRefusal = error instanceof CannotRun;
    const words =
      error instanceof Error ? (isRefusal ? error.message : (error.stack ?? error.message)) : String(error);
    console.err(`anju: ${words}\n`);
    return exitCode.failed;
  }
}
