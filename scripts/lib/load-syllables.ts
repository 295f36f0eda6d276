/** Reads the learned table of syllables; the lint stage takes it as a value. */
import { existsSync, readFileSync } from 'node:fs';
import { readSyllableTable, type SyllableTable } from '../../src/dispatch/lint/syllables/syllable-table.ts';
import { contentDir, resolveContentPath } from './content-dir.ts';

/** @returns the table of the content folder, else the repository's, else `null`: words are then not judged */
export function loadSyllables(content: string = contentDir()): SyllableTable | null {
  const path = resolveContentPath('registry/syllables.txt', content);
  return existsSync(path) ? readSyllableTable(readFileSync(path, 'utf8')) : null;
}
