/** Rows of one part of the writer's kit: every document, held or only cited. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { readKitRows } from '../../../content-loader/kit-rows.ts';
import { loadSiteData } from '../../../content-loader/site-data.ts';

export const getStaticPaths = (async () => [...readKitRows(await loadSiteData()).parts.keys()].map((part) => ({ params: { part } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const rows = readKitRows(await loadSiteData()).parts.get(params['part'] ?? '') ?? [];
  return new Response(`${JSON.stringify(rows)}\n`, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
};
