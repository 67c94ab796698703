// Runs a command of package.json on a fresh clone: checks Node, installs what is missing, then hands over.
// Plain JavaScript without packages, because nothing is installed yet when it starts.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkNode } from './node-version.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.anju-installed');
const tool = (name) => join(root, 'node_modules', ...name.split('/'));

/** Runs a program to its end, passing signals on, and gives its exit code. */
function run(program, args, env = {}, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
      ...options,
    });
    const forward = (signal) => child.kill(signal);
    process.on('SIGTERM', forward);
    // The terminal sends Ctrl-C to the child as well; this process only waits for it.
    process.on('SIGINT', ignore);
    child.on('error', (error) => {
      console.error(`Could not run ${program}: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code, signal) => {
      process.off('SIGTERM', forward);
      process.off('SIGINT', ignore);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}

function ignore() {}

/** `npm ci` unless the lockfile of the last installation is this one. Gives the seconds it took, or 0. */
async function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return 0;
  const began = Date.now();
  console.log('Installing packages from the lockfile (once) …');
  rmSync(stamp, { force: true });
  const code = await run(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    {},
    { shell: process.platform === 'win32' },
  );
  if (code !== 0) {
    console.error(
      'Packages could not be installed: see the lines above, mend the connection to the npm registry and run the command again.',
    );
    process.exit(1);
  }
  writeFileSync(stamp, lock);
  const seconds = (Date.now() - began) / 1000;
  console.log(`Installed in ${seconds.toFixed(1)} s.`);
  return seconds;
}

const node = process.execPath;
const quiet = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };
const typescript = ['--import', 'tsx'];

async function check() {
  const style = await run(node, [tool('@biomejs/biome/bin/biome'), 'check', '.']);
  const types = await run(node, [tool('typescript/bin/tsc'), '--noEmit']);
  return { style, types };
}

/** Formatter, linter, types, then every test; closes with one line that counts them. */
async function test(args) {
  const { style, types } = args.length === 0 ? await check() : { style: 0, types: 0 };
  const report = join(root, 'node_modules', '.anju-test-report.json');
  rmSync(report, { force: true });
  const vitest = [
    tool('vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const code = await run(node, [...vitest, ...args], quiet);
  const { numPassedTests = 0, numFailedTests = 0 } = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8'))
    : {};
  const checks = args.length === 0 ? [style, types] : [];
  const failedChecks = checks.filter((one) => one !== 0).length;
  const failed = numFailedTests + failedChecks + (code !== 0 && numFailedTests === 0 ? 1 : 0);
  console.log(`${numPassedTests + checks.length - failedChecks} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

const commands = {
  start: (args, installSeconds) =>
    run(node, [...typescript, 'local/main.ts', ...args], {
      ...quiet,
      ANJU_INSTALL_SECONDS: String(installSeconds),
    }),
  test: (args) => test(args),
  check: async () => {
    const { style, types } = await check();
    return style || types;
  },
  bench: (args) => run(node, [...typescript, 'bench/main.ts', ...args], quiet),
  async synth(args) {
    const code = await run(node, [tool('aws-cdk/bin/cdk'), 'synth', '--quiet', ...args], quiet);
    if (code === 0 && args.length === 0) console.log('Template of Hunan: cdk.out/Anju-43.template.json');
    return code;
  },
};

checkNode(1);
const [, , name = '', ...args] = process.argv;
const command = commands[name];
if (!command) {
  console.error(`There is no command "${name}". Commands: ${Object.keys(commands).join(', ')}.`);
  process.exit(1);
}
process.exitCode = await command(args, await install());
