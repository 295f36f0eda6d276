/** A corpus of generated dispatches, imported, for tests of building. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generateDispatches } from '../../scripts/bench/generate-dispatches.ts';
import { readSentences } from '../../scripts/bench/real-sentences.ts';
import { projectDir } from '../../scripts/lib/content-dir.ts';
import { createRandom } from '../../scripts/link-bench/random.ts';
import { freshFolder, runCommand } from './site.ts';

/** @returns content folder with sources and documents */
export async function importGenerated(name: string, count: number): Promise<string> {
  const content = join(freshFolder(name), 'content');
  for (const { file, text } of generateDispatches(count, readSentences(join(projectDir, 'content/sources')), createRandom(7))) {
    mkdirSync(dirname(join(content, 'sources', file)), { recursive: true });
    writeFileSync(join(content, 'sources', file), text);
  }
  const result = await runCommand('import', [], { CONTENT_DIR: content });
  assert.notEqual(result.code, 2, result.output);
  return content;
}
