#!/usr/bin/env node
// Entry of `npx anju …` on a fresh clone after `npm ci`: registers the TypeScript loader as local/run/thread.mjs
// does and hands over. It runs in whatever folder it is called from.
import { register } from 'tsx/esm/api';

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
register();
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2), process.env);
