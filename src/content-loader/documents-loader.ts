/**
 * Loader of the `documents` collection: reads `documents/**\/*.mdx` of the content folder, checks each record, compiles each body once
 * per digest (compiler version + source) and keeps both in the pack. Nothing of a document is evaluated.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { z } from 'zod';
import { COMPILER_VERSION, compileBody } from './compile-body.ts';
import { contentFolder } from './content-folder.ts';
import { readFrontMatter } from './front-matter.ts';
import { belongsToShard } from './page-plan.ts';
import { buildPlan } from './plan-integration.ts';
import { dropPack, openPackForAppending, packSize, type Slice } from './pack.ts';

/** What the data store keeps of a document. */
export const documentEntrySchema = z.object({
  pack: z.string(),
  record: z.tuple([z.int(), z.int()]),
  /** `null` for a document of another shard: its body is compiled only if a page of this one asks for it. */
  html: z.tuple([z.int(), z.int()]).nullable(),
  /** Hash of compiler version and source. */
  digest: z.string(),
});
export type DocumentEntry = z.infer<typeof documentEntrySchema>;

/** Makes the loader. */
export function createDocumentsLoader(): Loader {
  return {
    name: 'can-cu-documents',
    schema: documentEntrySchema,
    async load(context) {
      const folder = join(contentFolder(), 'documents');
      await loadAll(context, folder);
      context.watcher?.add(folder);
      context.watcher?.on('change', async (path) => {
        if (path.startsWith(folder) && path.endsWith('.mdx')) await loadAll(context, folder);
      });
    },
  };
}

async function loadAll(context: LoaderContext, folder: string): Promise<void> {
  const { store, meta, config } = context;
  const pack = join(fileURLToPath(config.cacheDir), 'documents.pack');
  const files = existsSync(folder) ? globSync('**/*.mdx', { cwd: folder }).sort() : [];
  const sources = files.map((file) => readFileSync(join(folder, file), 'utf8'));
  const digests = sources.map((source) => createHash('sha256').update(`${COMPILER_VERSION}\n${source}`).digest('hex'));

  startAfreshWhenDamaged(context, pack, digests);
  const writer = openPackForAppending(pack);
  const keep = new Set<string>();
  try {
    for (const [index, file] of files.entries()) {
      const id = file.replace(/\\/gu, '/').replace(/\.mdx$/u, '');
      const digest = digests[index] ?? '';
      keep.add(id);
      if (store.get(id)?.digest === digest) continue;
      const name = relative(process.cwd(), join(folder, file));
      const { record, body } = readFrontMatter(sources[index] ?? '', name);
      if (record.key !== id) throw new Error(`createDocumentsLoader: unexpected key ${record.key} in ${name}, expected ${id} as the file is named`);
      const data: DocumentEntry = { pack, record: [...writer.append(JSON.stringify(record))], html: isOurs(id) ? [...writer.append(compileBody(body, name))] : null, digest };
      store.set({ id, data: await context.parseData({ id, data }), digest });
    }
  } finally {
    writer.close();
  }
  for (const id of store.keys()) if (!keep.has(id)) store.delete(id);
  meta.set('pack-size', String(packSize(pack)));
}

/** Whether the build in hand makes the pages of a document. */
function isOurs(key: string): boolean {
  const shard = buildPlan()?.shard ?? null;
  const [issuer, year, number] = key.split('/');
  return shard === null || belongsToShard('', { issuer, year, number }, shard);
}

/** The pack and the store must tell the same story; and a pack more than half of which is outdated is written anew. */
function startAfreshWhenDamaged({ store, meta }: LoaderContext, pack: string, digests: readonly string[]): void {
  const current = new Set(digests);
  const entries = store.values();
  const bytes = (slices: Slice[]): number => slices.reduce((sum, slice) => sum + slice[1], 0);
  const used = entries.filter((entry) => current.has(String(entry.digest))).reduce((sum, entry) => {
    const data = entry.data as DocumentEntry;
    return sum + bytes(data.html === null ? [data.record] : [data.record, data.html]);
  }, 0);
  const size = packSize(pack);
  const intact = meta.get('pack-size') === String(size) && entries.every((entry) => (entry.data as DocumentEntry).pack === pack);
  if (intact && used * 2 >= size) return;
  store.clear();
  dropPack(pack);
}
