/** One of the threads that read sources; the reader's tables are made once a thread. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDispatchReader, type DispatchReader } from '../../src/dispatch/index.ts';
import type { TextOrigin } from '../../src/intake/reading.ts';
import { loadRegistry } from '../lib/load-registry.ts';
import { loadSyllables } from '../lib/load-syllables.ts';
import type { CorrectionsFile } from './corrections-file.ts';
import { readDocument, type DocumentOutcome } from './read-document.ts';

export interface ReadTask {
  readonly content: string;
  /** Path below `sources/`. */
  readonly file: string;
  readonly corrections: CorrectionsFile | undefined;
  readonly origin: TextOrigin;
}

const readers = new Map<string, DispatchReader>();

/** Reads one source. */
export default function readTask({ content, file, corrections, origin }: ReadTask): DocumentOutcome {
  const read = readers.get(content) ?? createDispatchReader(loadRegistry(content), loadSyllables(content));
  readers.set(content, read);
  return readDocument(read, readFileSync(join(content, 'sources', file)), file, corrections, origin);
}
