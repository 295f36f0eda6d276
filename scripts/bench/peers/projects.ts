/** Writes the project of each peer: its templates (folders beside this file) and the documents of the content folder as they are. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { siteUrl } from '../../lib/content-dir.ts';
import { loadRegistry } from '../../lib/load-registry.ts';
import type { HeldDocument } from '../../lib/read-corpus.ts';

/** Eleventy: see `eleventy/`. @param content content folder with the documents */
export function writeEleventy(folder: string, content: string): void {
  cpSync(besides('eleventy'), folder, { recursive: true });
  cpSync(join(content, 'documents'), join(folder, 'src/van-ban'), { recursive: true });
  writeInputs(folder, content);
}

/** Astro with each document as an MDX module: see `astro-mdx/`. @param content content folder with the documents */
export function writeAstroMdx(folder: string, content: string): void {
  cpSync(besides('astro-mdx'), folder, { recursive: true });
  cpSync(join(content, 'documents'), join(folder, 'src/content/documents'), { recursive: true });
  writeInputs(folder, content);
}

/** Starlight: the text of the same documents as its content, with the sidebar it makes of them. */
export function writeStarlight(folder: string, documents: Iterable<HeldDocument>): void {
  for (const { key, record, html } of documents) write(join(folder, 'src/content/docs/van-ban', `${key}.md`), `---\ntitle: ${JSON.stringify(`${record.type?.name ?? ''} số ${record.number ?? ''}`)}\n---\n${html.replace(/<!--.*?-->/gu, '').replace(/></gu, '>\n<')}\n`);
  write(join(folder, 'src/content/docs/index.md'), '---\ntitle: Căn Cứ\n---\nKho văn bản.\n');
  write(join(folder, 'src/content.config.ts'), "import { defineCollection } from 'astro:content';\nimport { docsLoader } from '@astrojs/starlight/loaders';\nimport { docsSchema } from '@astrojs/starlight/schema';\nexport const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n");
  write(join(folder, 'astro.config.mjs'), "import starlight from '@astrojs/starlight';\nexport default { integrations: [starlight({ title: 'Căn Cứ', pagefind: false, sidebar: [{ label: 'Văn bản', items: [{ autogenerate: { directory: 'van-ban' } }] }] })] };\n");
}

/** What the parts of a page need beside the documents. */
function writeInputs(folder: string, content: string): void {
  write(join(folder, 'project.json'), JSON.stringify({ pageParts: besides('page-parts.ts'), registry: loadRegistry(content), baseUrl: siteUrl({ CONTENT_DIR: content }) }));
}

function besides(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
