/** Importing is deterministic: the committed documents are what the committed sources give, and a second import writes nothing. */
import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { listFiles } from '../../scripts/lib/digest-files.ts';
import { projectDir } from '../../scripts/lib/content-dir.ts';
import { freshFolder, runCommand } from '../support/site.ts';

describe('import', () => {
  const committed = join(projectDir, 'content');
  const content = freshFolder('import/content');
  const names = (dir: string): string[] => listFiles(join(dir, 'documents')).map((path) => path.slice(dir.length + 1));

  test('gives the committed documents again, byte for byte', async () => {
    for (const part of ['sources', 'corrections', 'permalinks']) if (existsSync(join(committed, part))) cpSync(join(committed, part), join(content, part), { recursive: true });
    const result = await runCommand('import', [], { CONTENT_DIR: content });
    assert.equal(result.code, 0, result.output);
    assert.deepEqual(names(content), names(committed));
    const different = names(content).filter((name) => !readFileSync(join(content, name)).equals(readFileSync(join(committed, name))));
    assert.deepEqual(different, [], 'run npm run import and commit the documents');
  });

  test('touches nothing when nothing changed', async () => {
    const times = (): number[] => names(content).map((name) => statSync(join(content, name)).mtimeMs);
    const before = times();
    const result = await runCommand('import', [], { CONTENT_DIR: content });
    assert.equal(result.code, 0, result.output);
    assert.deepEqual(times(), before);
  });
});
