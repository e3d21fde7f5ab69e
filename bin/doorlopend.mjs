#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { onPinnedNode, ROOT } from './pinned-node.mjs';

const argv = process.argv.slice(2);

if (onPinnedNode(fileURLToPath(import.meta.url), argv)) await start();

/** Runs the command line from a build that is as new as the sources. */
async function start() {
  const { enableCompileCache } = await import('node:module');
  const { join } = await import('node:path');
  const { pathToFileURL } = await import('node:url');
  const { BuildFailed, ensureBuilt } = await import('./build.mjs');
  enableCompileCache(join(ROOT, 'node_modules', '.cache', 'doorlopend'));
  process.setSourceMapsEnabled(true);
  try {
    const build = await ensureBuilt(ROOT);
    const { run } = await import(pathToFileURL(join(build, 'src', 'cli', 'main.js')).href);
    process.exitCode = await run(argv);
  } catch (error) {
    if (!(error instanceof BuildFailed)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
