import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refuseBusyPorts } from './run/busy-ports.ts';
import { openDataFolder } from './run/data-folder.ts';
import { loadExamples } from './run/examples.ts';
import { headlineTable } from './run/headline.ts';
import { progressOn } from './run/progress.ts';
import type { Runtime } from './run/runtime.ts';
import { readSettings, type Settings } from './run/settings.ts';
import { StartRefused } from './run/start-refused.ts';
import { whyRefused } from './run/why-refused.ts';

/** `npm start`: the embedded default, with the examples on the first start. */
async function main(settings: Settings): Promise<void> {
  await refuseBusyPorts([settings.port, settings.s3Port]);
  const data = openDataFolder(settings.dataFolder, settings.province);
  const began = Date.now();
  // a start that cannot be is refused before all that it would have run is read
  const { startRuntime } = await import('./run/runtime.ts');
  const runtime = await startRuntime({
    ...settings,
    data,
    root: dirname(dirname(fileURLToPath(import.meta.url))),
    onLog: (level, message, fields) => {
      if (level === 'error') process.stderr.write(`${level}: ${message} ${fields}\n`);
    },
  }).catch((error: unknown): never => {
    data.discard();
    throw error;
  });
  stopOnSignals(runtime);
  data.markStarted();
  if (!settings.empty && !data.examplesLoaded()) {
    console.log(`Loading the examples (once); the endpoint answers already: ${runtime.url}/`);
    const { files, rows } = await loadExamples(runtime, progressOn(process.stdout));
    data.markExamplesLoaded();
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    const installed =
      settings.installSeconds > 0 ? `installed in ${settings.installSeconds.toFixed(1)} s, ` : '';
    console.log(
      `${installed}${files} files with ${rows.toLocaleString('en-US')} rows published in ${seconds} s.`,
    );
  }
  void runtime.wakeCadence();
  if (data.examplesLoaded())
    console.log(`\n怀化市 Huaihua (4312)\n${await headlineTable(runtime.url, '4312')}`);
  const dead = await runtime.deadLetters();
  if (dead > 0) console.log(`\n${dead} messages could not be worked on; see the lines above.`);
  console.log(`
Page and API   ${runtime.url}/  ${runtime.url}/v1/data
S3 endpoint    ${runtime.s3Url}  bucket ${runtime.inboxBucket}  keys local/local
Data           ${settings.dataFolder}
You are admin here: only this machine can connect.

Anju is ready: ${runtime.url}/`);
}

function stopOnSignals(runtime: Runtime): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    runtime.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

const settings = settingsOrEnd();
main(settings).catch((error: unknown) => {
  console.error(whyRefused(error, settings.dataFolder) ?? error);
  process.exit(1);
});

function settingsOrEnd(): Settings {
  try {
    return readSettings(process.argv.slice(2), process.env);
  } catch (error) {
    console.error(error instanceof StartRefused ? error.message : error);
    return process.exit(1);
  }
}
