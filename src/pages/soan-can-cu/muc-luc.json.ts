/** Rows of the writer's kit: every document, held or only cited. */
import type { APIRoute } from 'astro';
import { readFullRegistry } from '../../content-loader/read-full-registry.ts';
import { loadSiteData } from '../../content-loader/site-data.ts';
import { collectKitIndex } from '../../corpus/exports/kit-index.ts';

export const GET: APIRoute = async () => {
  const { corpus } = await loadSiteData();
  return new Response(`${JSON.stringify(collectKitIndex(corpus, readFullRegistry()))}\n`, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
};
