#!/usr/bin/env node
// Entry of `npx anju …` on a fresh clone after `npm ci`: checks Node, registers the TypeScript loader as
// local/run/thread.mjs does and hands over. It runs in whatever folder it is called from. All but the check is
// imported after it: an old Node cannot even link the loader.
import { checkNode } from '../local/node-version.mjs';

checkNode(2);
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
const { register } = await import('tsx/esm/api');
register();
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2), process.env);
