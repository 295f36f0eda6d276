/** Addresses for search engines, or the list of their parts; dates are the documents' own, so the same corpus gives the same bytes. */
import type { APIRoute } from 'astro';
import { href } from '../components/href.ts';
import { loadSiteData } from '../content-loader/site-data.ts';
import { listSitemapParts, writeSitemap } from '../corpus/exports/sitemap.ts';

export const GET: APIRoute = async ({ site }) => {
  const parts = listSitemapParts((await loadSiteData()).corpus);
  const absolute = (path: string): string => new URL(href(path), site).href;
  const xml = parts.length === 1 ? writeSitemap(parts[0] ?? [], absolute)
    : `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${parts.map((_, index) => `<sitemap><loc>${absolute(`/sitemap/${index + 1}.xml`)}</loc></sitemap>`).join('\n')}\n</sitemapindex>\n`;
  return new Response(xml, { headers: { 'Content-Type': 'application/xml' } });
};
