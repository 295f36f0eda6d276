/**
 * Imports sources: reads each changed one, settles keys, writes whole MDX files. Safe to interrupt: every file is written whole,
 * and the next run goes on from what stands.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { DocumentRecord } from '../../src/domain/record.ts';
import { readFrontMatter, readYaml } from '../../src/content-loader/front-matter.ts';
import { cacheDir, projectDir, resolveContentPath } from '../lib/content-dir.ts';
import { digestFiles, listFiles } from '../lib/digest-files.ts';
import { findTombstone, readLedger } from '../lib/ledger.ts';
import { ReadCache } from '../lib/read-cache.ts';
import { writeWhole } from '../lib/write-whole.ts';
import { removeLeftovers } from './derive-texts.ts';
import { loadReading, type ReadingFile } from './reading-file.ts';
import { loadCorrections, type CorrectionsProblem } from './corrections-file.ts';
import { readInOrder } from './pool.ts';
import type { DocumentOutcome } from './read-document.ts';

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

/** Documents written between two savings of the cache: an import that is killed goes on from there. */
const SAVE_EVERY = 200;

/**
 * Imports every source of a content folder, several at once. Results, keys and files are those of reading one after the other.
 * @param content content folder
 * @param onStep called before each source, for progress
 */
export async function importSources(content: string, onStep: (done: number, total: number, file: string) => void = () => {}): Promise<ImportSummary> {
  const sources = join(content, 'sources');
  const files = existsSync(sources) ? listFiles(sources).filter((path) => /\.(?:txt|md)$/iu.test(path)).map((path) => relative(sources, path).replaceAll('\\', '/')) : [];
  removeLeftovers(sources);
  for (const folder of ['documents', 'corrections']) removeLeftovers(join(content, folder));
  const cache = new ImportCache(content);
  const { bySource, problems } = loadCorrections(content);
  const ledger = readLedger(content);
  const results: SourceResult[] = [];
  const owners = new Map<string, { file: string; sha256: string }>();
  const waiting: { readonly outcome: Extract<DocumentOutcome, { kind: 'read' }>; readonly plan: (typeof plans)[number] }[] = [];
  const unsettled = new Set(files);
  const plans = files.map((file) => {
    const sha256 = createHash('sha256').update(readFileSync(join(sources, file))).digest('hex');
    const corrections = bySource.get(file);
    const reading = loadReading(sources, file);
    const digest = `${sha256} ${createHash('sha256').update(JSON.stringify([corrections ?? null, reading === null ? null : reading.origin])).digest('hex')}`;
    const tombstone = findTombstone(ledger, { sha256 });
    const standing = tombstone ? null : cache.standing(file, digest);
    return { file, sha256, corrections, reading, digest, tombstone, standing };
  });
  const tasks = plans.filter(({ tombstone, standing }) => !tombstone && !standing);
  let settled = 0;
  // Sources claim keys in the order of their names, so what needs no reading is settled between the others.
  const settleUntil = (end: (typeof plans)[number] | null): void => {
    for (let plan = plans[settled]; plan && plan !== end; plan = plans[++settled]) {
      unsettled.delete(plan.file);
      if (plan.tombstone) results.push({ file: plan.file, state: 'withdrawn', reason: plan.tombstone.reason });
      else if (plan.standing) settle({ file: plan.file, state: 'unchanged', key: plan.standing.key, record: plan.standing, lost: 0, reading: plan.reading }, plan.sha256);
    }
    if (end) settled++;
  };
  onStep(0, tasks.length, '');
  await readInOrder(tasks.map(({ file, corrections, reading }) => ({ content, file, corrections, origin: reading?.origin ?? 'text' })), (outcome, index) => {
    const plan = tasks[index] as (typeof plans)[number];
    const { file } = plan;
    settleUntil(plan);
    onStep(index + 1, tasks.length, file);
    if (outcome.kind === 'unreadable') results.push({ file, state: 'unreadable', message: outcome.message });
    else if (outcome.kind === 'barred') results.push({ file, state: 'barred', outcome });
    else if (findTombstone(ledger, { key: outcome.record.key })) results.push({ file, state: 'withdrawn', reason: findTombstone(ledger, { key: outcome.record.key })?.reason ?? '' });
    else if (isHeldByAnother(outcome.record.key, file)) waiting.push({ outcome, plan });
    else write(outcome, plan);
    unsettled.delete(file);
    if (index % SAVE_EVERY === SAVE_EVERY - 1) cache.save('unfinished');
  });
  settleUntil(null);
  // Holders have had their turn; a key that its holder gave up is free.
  for (const { outcome, plan } of waiting) write(outcome, plan);
  cache.save();
  return { results, problems, orphans: listOrphans(content, new Set(results.flatMap((result) => ('key' in result ? [result.key] : [])))) };

  function write({ record, mdx, lost }: Extract<DocumentOutcome, { kind: 'read' }>, { file, sha256, digest, reading }: (typeof plans)[number]): void {
    const short = forReport(record);
    if (!settle({ file, state: 'written', key: record.key, record: short, lost: lost.length, reading }, sha256)) return;
    writeWhole(join(content, 'documents', `${record.key}.mdx`), mdx);
    cache.keep(file, digest, short);
  }

  /** A standing document belongs to the source it was made of while that source is there, whatever the names of other files. */
  function isHeldByAnother(key: string, file: string): boolean {
    const path = join(content, 'documents', `${key}.mdx`);
    if (owners.has(key) || !existsSync(path)) return false;
    // One line of thousands; a document that is broken belongs to nobody and is written anew.
    const holder = /^file: .*$/mu.exec(readFileSync(path, 'utf8'))?.[0];
    const held = holder === undefined ? null : (readYaml(holder) as { file: string }).file;
    return held !== null && held !== file && unsettled.has(held);
  }

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

/** What the report needs of a record; thousands of whole ones would fill the memory. */
function forReport(record: DocumentRecord): DocumentRecord {
  return { ...record, outline: [], citations: [], edges: [], directives: [], targets: [], milestones: [], inferred: [], corrections: [] };
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
  /** What the report needs of each document that stands. */
  readonly #records: ReadCache;

  constructor(content: string) {
    this.#content = content;
    this.#reader = digestFiles([join(projectDir, 'src/dispatch'), join(projectDir, 'src/domain'), join(projectDir, 'src/intake'), join(projectDir, 'scripts/intake'), join(projectDir, 'scripts/readers'), resolveContentPath('registry', content)]);
    const name = createHash('sha256').update(content).digest('hex').slice(0, 16);
    this.#path = join(cacheDir(), 'import', `${name}.json`);
    this.#records = new ReadCache(join(cacheDir(), 'import', name), this.#reader);
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
    const path = this.#document(entry.key);
    try {
      const record = this.#records.take(entry.key, path, () => forReport(readFrontMatter(readFileSync(path, 'utf8'), path).record));
      if (record.file !== file) return null;
      this.#next[file] = entry;
      return record;
    } catch {
      return null;
    }
  }

  /** @param record of the document that has just been written */
  keep(file: string, digest: string, record: DocumentRecord): void {
    const { key } = record;
    const old = this.#entries[file];
    if (old && old.key !== key) rmSync(this.#document(old.key), { force: true });
    this.#next[file] = { digest, key };
    this.#records.take(key, this.#document(key), () => record);
  }

  #document(key: string): string {
    return join(this.#content, 'documents', `${key}.mdx`);
  }

  /** @param state `unfinished` keeps what is known of sources that were not looked at yet */
  save(state: 'whole' | 'unfinished' = 'whole'): void {
    if (state === 'whole') this.#records.close();
    writeWhole(this.#path, `${JSON.stringify({ reader: this.#reader, entries: state === 'whole' ? this.#next : { ...this.#entries, ...this.#next } })}\n`);
  }
}
