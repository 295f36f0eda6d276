/** MiniSearch over the same texts (OR, folded), fetched by the bench into a cache folder: it is no dependency of the site. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { BenchDocument } from './corpus.ts';
import { stripAccents } from './corpus.ts';

interface MiniSearchClass {
  new (options: object): { addAll(documents: object[]): void; search(query: string, options?: object): { id: number }[]; toJSON(): object };
}

export interface MiniSearchRanker {
  rank(query: string): string[];
  /** Gzipped index that a visitor would load. */
  readonly bytes: number;
}

/** @returns `null` when the package cannot be fetched */
export async function createMiniSearch(cacheFolder: string, documents: readonly BenchDocument[]): Promise<MiniSearchRanker | null> {
  const home = join(cacheFolder, 'minisearch');
  const entry = join(home, 'node_modules', 'minisearch', 'dist', 'es', 'index.js');
  try {
    if (!existsSync(entry)) {
      mkdirSync(home, { recursive: true });
      writeFileSync(join(home, 'package.json'), '{"private":true}');
      execFileSync('npm', ['install', '--silent', 'minisearch@7.2.0'], { cwd: home, stdio: 'ignore' });
    }
    const { default: MiniSearch } = (await import(pathToFileURL(entry).href)) as { default: MiniSearchClass };
    const index = new MiniSearch({ fields: ['text'], processTerm: (term: string) => stripAccents(term).toLowerCase(), tokenize: (text: string) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [] });
    index.addAll(documents.map(({ text }, id) => ({ id, text })));
    return {
      rank: (query) => index.search(query).slice(0, 10).map(({ id }) => documents[id]?.id ?? ''),
      bytes: gzipSync(JSON.stringify(index)).length,
    };
  } catch {
    return null;
  }
}
