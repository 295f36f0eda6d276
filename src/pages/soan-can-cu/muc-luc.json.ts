/** Rows of the writer's kit: every document, held or only cited. */
import type { APIRoute } from 'astro';
import { readFullRegistry } from '../../content-loader/read-full-registry.ts';
import { loadSiteData } from '../../content-loader/site-data.ts';
import { corpusTables } from '../../content-loader/site-views.ts';
import { collectKitIndex } from '../../corpus/exports/kit-index.ts';
import { readStatus } from '../../corpus/graph/status.ts';

export const GET: APIRoute = async () => {
  const { corpus } = await loadSiteData();
  const tables = corpusTables();
  const index = collectKitIndex(corpus, readFullRegistry(), (key) => readStatus(corpus, key, tables));
  return new Response(`${JSON.stringify(index)}\n`, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
};
