/**
 * The documents of the content folder, each compiled once per digest (compiler version + source) into the pack in the cache folder.
 * A build prepares them before its pages are rendered; in development each page looks whether something has changed.
 */
import { hash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMPILER_VERSION } from './compile-body.ts';
import { documentPath, packDocument, type CompileTask, type PackedDocument } from './compile-document.ts';
import { cacheFolder, contentFolder } from './content-folder.ts';
import { dropPack, openPackForAppending, packSize, type Slice } from './pack.ts';

/** Where a document lies in the pack. */
export interface DocumentEntry {
  readonly record: Slice;
  /** The record as the graph reads it. */
  readonly graph: Slice;
  /** `null` for a document of another shard: its body is compiled only if a page of this one asks for it. */
  readonly html: Slice | null;
  /** Hash of compiler version and source. */
  readonly digest: string;
}

export interface Documents {
  /** Absolute path of the pack. */
  readonly pack: string;
  /** By key, in key order. */
  readonly entries: ReadonlyMap<string, DocumentEntry>;
}

/** What the index file holds. */
interface Index {
  readonly packSize: number;
  readonly entries: readonly (readonly [key: string, entry: DocumentEntry])[];
}

/** Compiles tasks and hands over each result in the order of the tasks. */
export type Compile = (tasks: readonly CompileTask[], take: (compiled: PackedDocument, index: number) => void) => Promise<void>;

export interface PrepareOptions {
  /** One after the other in this thread by default. */
  readonly compile?: Compile;
  /** Whether the body of a document is wanted; of all by default. */
  readonly wantsBody?: (key: string) => boolean;
}

/**
 * Compiles what is new or changed and forgets what is gone.
 * @throws Error of the first document that cannot be compiled; nothing is then kept of this run
 */
export async function prepareDocuments({ compile = compileHere, wantsBody = () => true }: PrepareOptions = {}): Promise<Documents> {
  const { pack } = places();
  const digests = digestDocuments();
  const before = readUsable(pack, digests);
  const tasks = [...digests].filter(([key, digest]) => !isUsable(before.get(key), digest, wantsBody(key))).map(([key]) => ({ key, withBody: wantsBody(key) }));
  if (tasks.length === 0 && before.size === digests.size) return { pack, entries: before };
  const fresh = new Map<string, DocumentEntry>();
  const writer = openPackForAppending(pack);
  try {
    await compile(tasks, ({ bytes, lengths: [record, graph, html] }, index) => {
      const { key } = tasks[index] as CompileTask;
      const at = writer.append(bytes);
      fresh.set(key, { record: [at, record], graph: [at + record, graph], html: html === null ? null : [at + record + graph, html], digest: digests.get(key) ?? '' });
    });
  } finally {
    writer.close();
  }
  const entries = new Map([...digests.keys()].map((key) => [key, (fresh.get(key) ?? before.get(key)) as DocumentEntry] as const));
  writeIndex({ packSize: packSize(pack), entries: [...entries] });
  return { pack, entries };
}

/** Hash over compiler version and source of every document, by key, in key order. */
export function digestDocuments(): Map<string, string> {
  const folder = join(contentFolder(), 'documents');
  const files = existsSync(folder) ? globSync('**/*.mdx', { cwd: folder }) : [];
  const keys = files.map((file) => file.replaceAll('\\', '/').replace(/\.mdx$/u, '')).sort();
  return new Map(keys.map((key) => [key, hash('sha256', Buffer.concat([Buffer.from(`${COMPILER_VERSION}\n`), readFileSync(documentPath(key))]))]));
}

async function compileHere(tasks: readonly CompileTask[], take: (compiled: PackedDocument, index: number) => void): Promise<void> {
  for (const [index, task] of tasks.entries()) take(packDocument(task), index);
}

function isUsable(entry: DocumentEntry | undefined, digest: string, withBody: boolean): boolean {
  return entry?.digest === digest && (entry.html !== null || !withBody);
}

/** The entries of the run before that still hold. The pack and its index must tell the same story; a pack more than half outdated is written anew. */
function readUsable(pack: string, digests: ReadonlyMap<string, string>): Map<string, DocumentEntry> {
  const { index } = places();
  const known: Index = existsSync(index) ? JSON.parse(readFileSync(index, 'utf8')) as Index : { packSize: -1, entries: [] };
  const usable = new Map(known.entries.filter(([key, { digest }]) => digests.get(key) === digest));
  const used = [...usable.values()].reduce((sum, { record, graph, html }) => sum + record[1] + graph[1] + (html?.[1] ?? 0), 0);
  if (known.packSize === packSize(pack) && used * 2 >= known.packSize) return usable;
  dropPack(pack);
  return new Map();
}

function writeIndex(content: Index): void {
  const { index } = places();
  writeFileSync(`${index}.new`, JSON.stringify(content));
  renameSync(`${index}.new`, index);
}

/** One pack for each content folder. */
function places(): { pack: string; index: string } {
  const folder = join(cacheFolder(), `documents-${hash('sha256', contentFolder()).slice(0, 12)}`);
  mkdirSync(folder, { recursive: true });
  return { pack: join(folder, 'documents.pack'), index: join(folder, 'documents.json') };
}
