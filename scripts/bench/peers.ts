/**
 * Other programs that build sites of the same documents, installed into a cache folder: Eleventy with a page like ours fed through filters
 * (title, contents, text, references, cited-by list), Astro with each document as an MDX module, and one page of Starlight for its weight.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { HeldDocument } from '../lib/read-corpus.ts';

const PEERS = { '@11ty/eleventy': '^3.1.8', astro: '^7.3.5', '@astrojs/mdx': '^8.0.2', '@astrojs/starlight': '^0.42.4' } as const;

/** Installs the peers once. @returns folder with their node_modules */
export function installPeers(cacheDir: string): string {
  return installOnce(join(cacheDir, 'bench-peers'), projectFile());
}

/** Installs what a measurement needs and the project does not. @param wanted text of the `package.json` @returns the folder */
export function installOnce(folder: string, wanted: string): string {
  const stamp = join(folder, 'installed.json');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return folder;
  write(join(folder, 'package.json'), wanted);
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'pipe' });
  write(stamp, wanted);
  return folder;
}

/** Names and versions of the peers that stand in the folder. */
export function describePeers(folder: string): string {
  const versionOf = (name: string): string => (JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version;
  return Object.keys(PEERS).map((name) => `${name} ${versionOf(name)}`).join(', ');
}

function projectFile(): string {
  // Eleventy 3.1.8 asks for a newer copying library than some registries hold; nothing is copied here.
  return `${JSON.stringify({ private: true, type: 'module', dependencies: PEERS, overrides: { '@11ty/recursive-copy': '^4.0.4' } })}\n`;
}

/** A project folder of a peer below its packages: links to packages elsewhere confuse bundlers. @returns the folder */
export function makeProject(peers: string, name: string): string {
  const folder = join(peers, 'projects', name);
  rmSync(folder, { recursive: true, force: true });
  // Astro bundles only packages that the project names; Starlight imports `astro:` addresses and must be bundled.
  write(join(folder, 'package.json'), projectFile());
  return folder;
}

/** Eleventy: Markdown with the compiled text as HTML blocks, a Liquid layout with includes, references and cited-by through filters. */
export function writeEleventy(folder: string, documents: Iterable<HeldDocument>): void {
  const facts: Record<string, { title: string; issuer: string; date: string; url: string; outline: { anchor: string; title: string }[]; cites: { url: string; title: string; sentence: string }[]; citedBy: { url: string; title: string; sentence: string }[] }> = {};
  const all = [...documents];
  const nameOf = new Map(all.map(({ key, record }) => [key, `${record.type?.name ?? ''} số ${record.number ?? ''}`]));
  for (const { key, record } of all) facts[key] = { title: nameOf.get(key) ?? '', issuer: record.issuer?.name ?? '', date: record.date ?? '', url: `/van-ban/${key}/`, outline: record.outline.filter(({ depth, kind }) => depth === 1 && kind !== 'paragraph').map(({ anchor, title, label }) => ({ anchor, title: `${label ?? ''} ${title ?? ''}` })), cites: [], citedBy: [] };
  for (const { key, record } of all) for (const citation of record.citations) {
    const sentence = (citation.mentions[0]?.sentence ?? '').slice(0, 260);
    facts[key]?.cites.push({ url: citation.key ? `/van-ban/${citation.key}/` : '', title: citation.number ?? '', sentence });
    if (citation.key === null) continue;
    // A document only cited has its page too.
    facts[citation.key] ??= { title: citation.number ?? '', issuer: citation.issuer ?? '', date: citation.date ?? '', url: `/van-ban/${citation.key}/`, outline: [], cites: [], citedBy: [] };
    facts[citation.key]?.citedBy.push({ url: `/van-ban/${key}/`, title: nameOf.get(key) ?? '', sentence });
  }
  write(join(folder, 'facts.json'), JSON.stringify(facts));
  for (const { key, html } of all) write(join(folder, 'src/van-ban', `${key}.md`), `---\nlayout: document.liquid\nkey: ${key}\npermalink: /van-ban/${key}/index.html\n---\n${html.replace(/></gu, '>\n<').replace(/\n{2,}/gu, '\n')}\n`);
  const held = new Set(all.map(({ key }) => key));
  for (const key of Object.keys(facts)) if (!held.has(key)) write(join(folder, 'src/van-ban', `${key}.md`), `---\nlayout: document.liquid\nkey: ${key}\npermalink: /van-ban/${key}/index.html\n---\n`);
  write(join(folder, 'src/_includes/list.liquid'), '<ul>{% for item in items %}<li><a href="{{ item.url }}">{{ item.title }}</a><blockquote>{{ item.sentence | escape }}</blockquote></li>{% endfor %}</ul>\n');
  write(join(folder, 'src/_includes/contents.liquid'), '<nav><ol>{% for item in items %}<li><a href="#{{ item.anchor }}">{{ item.title | escape }}</a></li>{% endfor %}</ol></nav>\n');
  write(join(folder, 'src/_includes/document.liquid'), '{% assign facts = key | factsOf %}<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{{ facts.title | escape }}</title><link rel="stylesheet" href="/site.css"></head><body><header><a href="/">Căn Cứ</a><nav><a href="/van-ban/">Văn bản</a> <a href="/so/">Số</a></nav></header><main><h1>{{ facts.title | escape }}</h1><p>{{ facts.issuer | escape }}, {{ facts.date }}</p>{% include "contents.liquid", items: facts.outline %}<article>{{ content }}</article><section><h2>Căn cứ</h2>{% include "list.liquid", items: facts.cites %}</section><section><h2>Được viện dẫn</h2>{% include "list.liquid", items: facts.citedBy %}</section></main><footer>Bản tham khảo</footer></body></html>\n');
  write(join(folder, 'eleventy.config.js'), "import { readFileSync } from 'node:fs';\nconst facts = JSON.parse(readFileSync('facts.json', 'utf8'));\nexport default function (config) {\n  config.setQuietMode(true);\n  config.addFilter('factsOf', (key) => facts[key]);\n  return { dir: { input: 'src', output: 'out' } };\n}\n");
}

/** Astro: each body an MDX module of a glob collection, our elements as components, one layout. */
export function writePlainAstro(folder: string, documents: Iterable<HeldDocument>, bodyOf: (document: HeldDocument) => string): void {
  for (const document of documents) write(join(folder, 'src/content/documents', `${document.key}.mdx`), `---\ntitle: ${JSON.stringify(`${document.record.type?.name ?? ''} số ${document.record.number ?? ''}`)}\n---\n${bodyOf(document)}`);
  const names = ['Region', 'Clause', 'Attachment', 'Heading', 'Para', 'Line', 'Furniture', 'Table', 'Label', 'Cite', 'Ref', 'PageBreak', 'Mark'];
  const inline = new Set(['Label', 'Cite', 'Ref', 'PageBreak', 'Mark']);
  for (const name of names) write(join(folder, 'src/components', `${name}.astro`), `---\nconst { anchor, doc } = Astro.props;\n---\n${name === 'Cite' ? '<a href={doc ? `/van-ban/${doc}/` : undefined}><slot /></a>' : inline.has(name) ? '<span><slot /></span>' : '<div id={anchor}><slot /></div>'}\n`);
  write(join(folder, 'src/content.config.ts'), "import { defineCollection } from 'astro:content';\nimport { glob } from 'astro/loaders';\nexport const collections = { documents: defineCollection({ loader: glob({ pattern: '**/*.mdx', base: 'src/content/documents' }) }) };\n");
  write(join(folder, 'src/pages/van-ban/[...key].astro'), `---\nimport { getCollection, render } from 'astro:content';\n${names.map((name) => `import ${name} from '../../components/${name}.astro';`).join('\n')}\nexport async function getStaticPaths() { return (await getCollection('documents')).map((entry) => ({ params: { key: entry.id }, props: { entry } })); }\nconst { entry } = Astro.props;\nconst { Content } = await render(entry);\n---\n<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{entry.data.title}</title></head><body><h1>{entry.data.title}</h1><Content components={{ ${names.join(', ')} }} /></body></html>\n`);
  write(join(folder, 'astro.config.mjs'), "import mdx from '@astrojs/mdx';\nexport default { integrations: [mdx()], build: { concurrency: 8 }, devToolbar: { enabled: false } };\n");
}

/** Starlight: the text of the same documents as its content, with the sidebar it makes of them. */
export function writeStarlight(folder: string, documents: Iterable<HeldDocument>): void {
  for (const { key, record, html } of documents) write(join(folder, 'src/content/docs/van-ban', `${key}.md`), `---\ntitle: ${JSON.stringify(`${record.type?.name ?? ''} số ${record.number ?? ''}`)}\n---\n${html.replace(/<!--.*?-->/gu, '').replace(/></gu, '>\n<')}\n`);
  write(join(folder, 'src/content/docs/index.md'), '---\ntitle: Căn Cứ\n---\nKho văn bản.\n');
  write(join(folder, 'src/content.config.ts'), "import { defineCollection } from 'astro:content';\nimport { docsLoader } from '@astrojs/starlight/loaders';\nimport { docsSchema } from '@astrojs/starlight/schema';\nexport const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n");
  write(join(folder, 'astro.config.mjs'), "import starlight from '@astrojs/starlight';\nexport default { integrations: [starlight({ title: 'Căn Cứ', pagefind: false, sidebar: [{ label: 'Văn bản', items: [{ autogenerate: { directory: 'van-ban' } }] }] })] };\n");
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
