// @ts-check
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { BUNDLE_FOLDER, keepBundle, SITE_PART } from './src/content-loader/bundle-integration.ts';
import { readSite } from './src/content-loader/site-config.ts';

// A build asks for a bundle alone; it shares neither output nor data store with others, nor with development.
const bundle = process.env[BUNDLE_FOLDER];

export default defineConfig({
  site: process.env.SITE_URL || readSite().baseUrl,
  base: process.env.BASE_PATH || '/',
  outDir: bundle ? join(bundle, SITE_PART) : process.env.OUT_DIR || 'dist',
  ...(bundle && { cacheDir: join(bundle, 'cache') }),
  trailingSlash: 'always',
  integrations: [mdx(), keepBundle()],
  devToolbar: { enabled: false },
  // One shared sheet that every page caches; the Content-Security-Policy allows no inline style or script.
  build: { format: 'directory', inlineStylesheets: 'never' },
  // The parser's Markdown writer runs in a worker, which has no `document`; its entity table for pages needs one.
  vite: { build: { assetsInlineLimit: 0 }, logLevel: 'warn', resolve: { alias: { 'decode-named-character-reference': fileURLToPath(import.meta.resolve('decode-named-character-reference')) } } },
});
