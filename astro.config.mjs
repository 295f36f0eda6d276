// @ts-check
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { contentFolder } from './src/content-loader/content-folder.ts';
import { planPages } from './src/content-loader/plan-integration.ts';
import { readSite } from './src/content-loader/site-config.ts';

const outDir = process.env.OUT_DIR || 'dist';
// Two builds of different corpora must not share a data store: tests build a second union's site beside the first.
const cacheName = createHash('sha256').update(`${contentFolder()}\n${outDir}`).digest('hex').slice(0, 12);

export default defineConfig({
  site: process.env.SITE_URL || readSite().baseUrl,
  base: process.env.BASE_PATH || '/',
  outDir,
  cacheDir: join('node_modules/.astro', cacheName),
  trailingSlash: 'always',
  integrations: [mdx(), planPages()],
  devToolbar: { enabled: false },
  // One shared sheet that every page caches; the Content-Security-Policy allows no inline style or script.
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 8 },
  // The parser's Markdown writer runs in a worker, which has no `document`; its entity table for pages needs one.
  vite: { build: { assetsInlineLimit: 0 }, logLevel: 'warn', resolve: { alias: { 'decode-named-character-reference': fileURLToPath(import.meta.resolve('decode-named-character-reference')) } } },
});
