/** Reads and writes the ledger files of `content/permalinks/`. What may stand in them is told in `src/domain/ledger.ts`. */
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { parseDocumentKey } from '../../src/domain/document-key.ts';
import { ledgerFileSchema, mergeLedgerFiles, type Ledger, type LedgerEntry, type LedgerFile, type Tombstone } from '../../src/domain/ledger.ts';
import { contentDir } from './content-dir.ts';
import { stringifySorted } from './stringify-sorted.ts';

/**
 * Reads the whole ledger.
 * @param content content folder; the one of the environment by default
 * @returns an empty ledger when nothing was released yet
 * @throws Error naming file and field when a file is damaged
 */
export function readLedger(content: string = contentDir()): Ledger {
  const folder = join(content, 'permalinks');
  if (!existsSync(folder)) return mergeLedgerFiles([]);
  return mergeLedgerFiles(globSync('*/*.json', { cwd: folder }).sort().map((name) => readLedgerFile(join(folder, name))));
}

/**
 * Writes the whole ledger, one file per issuer and year; a file that has nothing left is removed.
 * @returns paths of the files whose bytes changed
 */
export function writeLedger(ledger: Ledger, content: string = contentDir()): string[] {
  const folder = join(content, 'permalinks');
  const files = new Map<string, string>();
  for (const [name, file] of splitLedger(ledger)) files.set(join(folder, name), stringifySorted(file));
  const stale = existsSync(folder) ? globSync('*/*.json', { cwd: folder }).map((name) => join(folder, name)).filter((path) => !files.has(path)) : [];
  for (const path of stale) rmSync(path);
  const changed = [...files].filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
  for (const [path, text] of changed) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return [...stale, ...changed.map(([path]) => path)].sort();
}

/** Tells whether a source or key was withdrawn, so that importing does not bring it back. @returns its tombstone, or `undefined` */
export function findTombstone(ledger: Ledger, document: { key?: string | null; sha256?: string | null }): Tombstone | undefined {
  return [...ledger.tombstones.values()].find(
    (tombstone) => tombstone.key === document.key || (tombstone.sha256 !== null && tombstone.sha256 === document.sha256),
  );
}

function readLedgerFile(path: string): LedgerFile {
  const result = ledgerFileSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!result.success) throw new Error(`readLedger: unexpected content of ${path}\n${z.prettifyError(result.error)}`);
  return result.data;
}

interface MutableLedgerFile {
  documents: Record<string, LedgerEntry>;
  redirects: Record<string, string>;
  tombstones: Tombstone[];
}

function splitLedger(ledger: Ledger): Map<string, MutableLedgerFile> {
  const files = new Map<string, MutableLedgerFile>();
  const fileOf = (key: string): MutableLedgerFile => {
    if (!parseDocumentKey(key)) throw new Error(`writeLedger: unexpected key ${key}, expected issuer/year/number`);
    const name = `${key.split('/').slice(0, 2).join('/')}.json`;
    const file = files.get(name) ?? { documents: {}, redirects: {}, tombstones: [] };
    files.set(name, file);
    return file;
  };
  for (const [key, entry] of ledger.documents) fileOf(key).documents[key] = entry;
  for (const [from, to] of ledger.redirects) fileOf(from).redirects[from] = to;
  for (const key of [...ledger.tombstones.keys()].sort()) fileOf(key).tombstones.push(ledger.tombstones.get(key) as Tombstone);
  return files;
}
