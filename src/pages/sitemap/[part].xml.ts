/** One part of the addresses of a large corpus. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { href } from '../../components/href.ts';
import { loadSiteData } from '../../content-loader/site-data.ts';
import { listSitemapParts, writeSitemap } from '../../corpus/exports/sitemap.ts';

export const getStaticPaths = (async () => {
  const parts = listSitemapParts((await loadSiteData()).corpus);
  return parts.length === 1 ? [] : parts.map((_, index) => ({ params: { part: String(index + 1) } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params, site }) => {
  const parts = listSitemapParts((await loadSiteData()).corpus);
  return new Response(writeSitemap(parts[Number(params['part']) - 1] ?? [], (path) => new URL(href(path), site).href), { headers: { 'Content-Type': 'application/xml' } });
};
