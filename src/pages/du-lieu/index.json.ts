/** Every document of the corpus with its addresses. */
import type { APIRoute } from 'astro';
import { href } from '../../components/href.ts';
import { loadSiteData } from '../../content-loader/site-data.ts';
import { listIndex } from '../../corpus/exports/exports.ts';

export const GET: APIRoute = async ({ site }) => {
  const entries = listIndex((await loadSiteData()).corpus, (path) => new URL(href(path), site).href);
  return new Response(`[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
};
