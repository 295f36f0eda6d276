/**
 * Imports sources: reads each changed one, settles keys, writes whole MDX files. Safe to interrupt: every file is written whole,
 * and the next run goes on from what stands.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createDispatchReader } from '../../src/dispatch/index.ts';
import type { DocumentRecord } from '../../src/domain/record.ts';
import { readFrontMatter } from '../../src/content-loader/front-matter.ts';
import { cacheDir, projectDir, resolveContentPath } from '../lib/content-dir.ts';
import { digestFiles, listFiles } from '../lib/digest-files.ts';
import { findTombstone, readLedger } from '../lib/ledger.ts';
import { loadRegistry } from '../lib/load-registry.ts';
import { loadSyllables } from '../lib/load-syllables.ts';
import { writeWhole } from '../lib/write-whole.ts';
import { removeLeftovers } from './derive-texts.ts';
import { loadReading, type ReadingFile } from './reading-file.ts';
import { loadCorrections, type CorrectionsProblem } from './corrections-file.ts';
import { readDocument, type DocumentOutcome } from './read-document.ts';

/** What became of one source. */
export type SourceResult =
  | { readonly file: string; readonly state: 'unchanged' | 'written'; readonly key: string; readonly record: DocumentRecord; readonly lost: number; readonly reading: ReadingFile | null }
  | { readonly file: string; readonly state: 'unreadable'; readonly message: string }
  | { readonly file: string; readonly state: 'barred'; readonly outcome: Extract<DocumentOutcome, { kind: 'barred' }> }
  | { readonly file: string; readonly state: 'duplicate'; readonly of: string; readonly key: string; readonly same: boolean }
  | { readonly file: string; readonly state: 'withdrawn'; readonly reason: string };

export interface ImportSummary {
  readonly results: readonly SourceResult[];
  readonly problems: readonly CorrectionsProblem[];
  /** Documents whose source is gone; they stay, because a published link holds. */
  readonly orphans: readonly string[];
}

interface CacheEntry { readonly digest: string; readonly key: string }

/**
 * Imports every source of a content folder.
 * @param content content folder
 * @param onStep called before each source, for progress
 */
export function importSources(content: string, onStep: (done: number, total: number, file: string) => void = () => {}): ImportSummary {
  const sources = join(content, 'sources');
  const files = existsSync(sources) ? listFiles(sources).filter((path) => /\.(?:txt|md)$/iu.test(path)).map((path) => relative(sources, path).replaceAll('\\', '/')) : [];
  removeLeftovers(sources);
  removeLeftovers(join(content, 'documents'));
  const cache = new ImportCache(content);
  const { bySource, problems } = loadCorrections(content);
  const ledger = readLedger(content);
  const results: SourceResult[] = [];
  const owners = new Map<string, { file: string; sha256: string }>();
  let read: ReturnType<typeof createDispatchReader> | null = null;
  files.forEach((file, index) => {
    onStep(index, files.length, file);
    const bytes = readFileSync(join(sources, file));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const corrections = bySource.get(file);
    const reading = loadReading(sources, file);
    const digest = `${sha256} ${createHash('sha256').update(JSON.stringify([corrections ?? null, reading === null ? null : reading.origin])).digest('hex')}`;
    const tombstone = findTombstone(ledger, { sha256 });
    if (tombstone) {
      results.push({ file, state: 'withdrawn', reason: tombstone.reason });
      return;
    }
    const standing = cache.standing(file, digest);
    if (standing) {
      settle({ file, state: 'unchanged', key: standing.key, record: standing, lost: 0, reading }, sha256);
      return;
    }
    read ??= createDispatchReader(loadRegistry(content), loadSyllables(content));
    const outcome = readDocument(read, bytes, file, corrections, reading?.origin ?? 'text');
    if (outcome.kind === 'unreadable') results.push({ file, state: 'unreadable', message: outcome.message });
    else if (outcome.kind === 'barred') results.push({ file, state: 'barred', outcome });
    else if (findTombstone(ledger, { key: outcome.record.key })) results.push({ file, state: 'withdrawn', reason: findTombstone(ledger, { key: outcome.record.key })?.reason ?? '' });
    else if (settle({ file, state: 'written', key: outcome.record.key, record: outcome.record, lost: outcome.lost.length, reading }, sha256)) {
      writeWhole(join(content, 'documents', `${outcome.record.key}.mdx`), outcome.mdx);
      cache.keep(file, digest, outcome.record.key);
    }
  });
  cache.save();
  return { results, problems, orphans: listOrphans(content, new Set(results.flatMap((result) => ('key' in result ? [result.key] : [])))) };

  /** Gives a key to the first source that claims it. @returns false when another source has it */
  function settle(result: Extract<SourceResult, { state: 'unchanged' | 'written' }>, sha256: string): boolean {
    const owner = owners.get(result.key);
    if (owner) {
      results.push({ file: result.file, state: 'duplicate', of: owner.file, key: result.key, same: owner.sha256 === sha256 });
      return false;
    }
    owners.set(result.key, { file: result.file, sha256 });
    results.push(result);
    return true;
  }
}

/** Keys of documents that no source gives any more. */
function listOrphans(content: string, keys: ReadonlySet<string>): string[] {
  const folder = join(content, 'documents');
  if (!existsSync(folder)) return [];
  return listFiles(folder).filter((path) => path.endsWith('.mdx')).map((path) => relative(folder, path).replaceAll('\\', '/').replace(/\.mdx$/u, '')).filter((key) => !keys.has(key));
}

/** Remembers, outside the content folder, which source with which reader gave which document. */
class ImportCache {
  readonly #content: string;
  readonly #path: string;
  readonly #reader: string;
  readonly #entries: Record<string, CacheEntry>;
  readonly #next: Record<string, CacheEntry> = {};

  constructor(content: string) {
    this.#content = content;
    this.#reader = digestFiles([join(projectDir, 'src/dispatch'), join(projectDir, 'src/domain'), join(projectDir, 'src/intake'), join(projectDir, 'scripts/intake'), join(projectDir, 'scripts/readers'), resolveContentPath('registry', content)]);
    this.#path = join(cacheDir(), 'import', `${createHash('sha256').update(content).digest('hex').slice(0, 16)}.json`);
    this.#entries = this.#load();
  }

  #load(): Record<string, CacheEntry> {
    try {
      const stored = JSON.parse(readFileSync(this.#path, 'utf8')) as { reader?: string; entries?: Record<string, CacheEntry> };
      return stored.reader === this.#reader ? (stored.entries ?? {}) : {};
    } catch {
      return {};
    }
  }

  /** The record of a source whose document stands unchanged, else `null`. */
  standing(file: string, digest: string): DocumentRecord | null {
    const entry = this.#entries[file];
    if (!entry || entry.digest !== digest) return null;
    const path = join(this.#content, 'documents', `${entry.key}.mdx`);
    try {
      const { record } = readFrontMatter(readFileSync(path, 'utf8'), path);
      if (record.file !== file) return null;
      this.#next[file] = entry;
      return record;
    } catch {
      return null;
    }
  }

  keep(file: string, digest: string, key: string): void {
    const old = this.#entries[file];
    if (old && old.key !== key) rmSync(join(this.#content, 'documents', `${old.key}.mdx`), { force: true });
    this.#next[file] = { digest, key };
  }

  save(): void {
    writeWhole(this.#path, `${JSON.stringify({ reader: this.#reader, entries: this.#next })}\n`);
  }
}
