/**
 * Loaded before everything else (`NODE_OPTIONS=--import`) into every process and thread of a build: makes the one that `END_EARLY` names die.
 * `thread` ends a rendering thread in the middle of its pages, `memory` fills its heap there, `process` kills the one that reads the documents.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread, workerData } from 'node:worker_threads';

/** Files that the thread writes before. */
const WRITTEN = 20;

const how = process.env.END_EARLY;
if (how === 'process' && isMainThread && process.argv[1]?.endsWith('prepare-process.ts')) process.kill(process.pid, 'SIGKILL');
if ((how === 'thread' || how === 'memory') && !isMainThread && workerData?.makesViews === true) {
  const { writeFileSync } = fs;
  let written = 0;
  fs.writeFileSync = (...args) => {
    written += 1;
    if (written > WRITTEN) end();
    return writeFileSync(...args);
  };
  syncBuiltinESMExports();
}

function end() {
  if (how === 'thread') process.exit(1);
  const held = [];
  for (;;) held.push(new Array(1e5).fill(held.length));
}
