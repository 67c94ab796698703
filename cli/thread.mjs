// Entry of the reading thread: a thread does not inherit the TypeScript loader of its process.
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
await import(workerData.module);
