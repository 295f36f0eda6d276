/** Reads every document of a content folder, as the commands that guard the corpus need it. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileBody } from '../../src/content-loader/compile-body.ts';
import { readFrontMatter } from '../../src/content-loader/front-matter.ts';
import { buildCorpus } from '../../src/corpus/graph/build-corpus.ts';
import type { Corpus as CorpusGraph } from '../../src/corpus/graph/graph.ts';
import type { DocumentRecord } from '../../src/domain/record.ts';
import { releasedCitations, releasedCodes } from '../../src/domain/ledger.ts';
import { contentDir } from './content-dir.ts';
import { readLedger } from './ledger.ts';
import { loadRegistry } from './load-registry.ts';

export interface HeldDocument {
  /** As the file is named: `ldld-hung-yen/2026/10-ldld-ctcd`. */
  readonly key: string;
  /** Absolute path of the MDX file. */
  readonly path: string;
  readonly record: DocumentRecord;
  /** Compiled body: the HTML that the page shows, before the corpus fills in its links. */
  readonly html: string;
}

export interface Corpus {
  /** By key, in key order. */
  readonly held: ReadonlyMap<string, HeldDocument>;
  /** The graph that the pages are made from: every document held or cited, its short code, its links. */
  readonly graph: CorpusGraph;
  /** Files that could not be read: path relative to the content folder, and why. */
  readonly unreadable: readonly { readonly file: string; readonly reason: string }[];
}

/**
 * Reads all documents; one that is damaged is listed, not thrown.
 * @param content content folder; the one of the environment by default
 */
export function readCorpus(content: string = contentDir()): Corpus {
  const folder = join(content, 'documents');
  const held = new Map<string, HeldDocument>();
  const unreadable: { file: string; reason: string }[] = [];
  for (const file of existsSync(folder) ? globSync('**/*.mdx', { cwd: folder }).sort() : []) {
    const key = file.replaceAll('\\', '/').replace(/\.mdx$/u, '');
    try {
      held.set(key, readDocument(key, join(folder, file)));
    } catch (error) {
      unreadable.push({ file: `documents/${file}`, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  const records = [...held.values()].map(({ record }) => record);
  const ledger = readLedger(content);
  return { held, graph: buildCorpus(records, loadRegistry(content), { releasedCodes: releasedCodes(ledger), releasedCitations: releasedCitations(ledger) }), unreadable };
}

function readDocument(key: string, path: string): HeldDocument {
  const { record, body } = readFrontMatter(readFileSync(path, 'utf8'), path);
  if (record.key !== key) throw new Error(`readCorpus: unexpected key ${record.key} in ${path}, expected ${key} as the file is named`);
  return { key, path, record, html: compileBody(body, path) };
}
