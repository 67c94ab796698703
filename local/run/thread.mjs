// Entry of every worker thread: a thread does not inherit the TypeScript loader of its process, so it
// registers the loader itself and goes on with the module it was started for.
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
await import(workerData.module);
