/**
 * Keeps what Astro has bundled instead of rendering with it: `scripts/lib/render-site.ts` renders from it, in threads that have not the
 * memory of the bundler, and again for other documents. In development it reloads pages when a document changes.
 */
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { contentFolder } from './content-folder.ts';

/** Style sheets of a route, as Astro's build keeps them; read back by Astro's own code alone. */
export type RouteStyles = readonly { readonly depth: number; readonly order: number; readonly sheet: unknown }[];

/** Name of the environment variable with the folder to keep the bundle in: the configuration cannot carry it. */
export const BUNDLE_FOLDER = 'CAN_CU_BUNDLE';
/** Parts of that folder: modules that render, files of the site (styles, scripts, fonts), style sheets by route. */
export const SERVER_PART = 'server';
export const SITE_PART = 'site';
export const STYLES_PART = 'styles.json';

/** The integration. Without a folder (development, `astro build`) builds are Astro's own. */
export function keepBundle(): AstroIntegration {
  const folder = process.env[BUNDLE_FOLDER];
  let styles: ReadonlyMap<string, { readonly styles: RouteStyles }> = new Map();
  return {
    name: 'can-cu-bundle',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const documents = join(contentFolder(), 'documents');
        server.watcher.add(documents);
        server.watcher.on('change', (path) => {
          if (path.startsWith(documents)) server.ws.send({ type: 'full-reload' });
        });
      },
      'astro:build:setup': ({ pages }) => {
        styles = pages as unknown as typeof styles;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        if (folder === undefined) return;
        setPrerenderer((byDefault) => ({
          ...byDefault,
          setup: () => Promise.resolve(),
          getStaticPaths: () => {
            renameSync(join(folder, SITE_PART, '.prerender'), join(folder, SERVER_PART));
            writeFileSync(join(folder, STYLES_PART), JSON.stringify([...styles].map(([key, page]) => [key, page.styles])));
            return Promise.resolve([]);
          },
        }));
      },
    },
  };
}
