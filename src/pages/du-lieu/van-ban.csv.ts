/** Every document of the corpus as a table. */
import type { APIRoute } from 'astro';
import { href } from '../../components/href.ts';
import { loadSiteData } from '../../content-loader/site-data.ts';
import { writeCsv } from '../../corpus/exports/csv.ts';
import { listIndex, listIndexRows } from '../../corpus/exports/exports.ts';

export const GET: APIRoute = async ({ site }) => {
  const entries = listIndex((await loadSiteData()).corpus, (path) => new URL(href(path), site).href);
  return new Response(writeCsv(listIndexRows(entries)), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
};
