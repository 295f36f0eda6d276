/** Addresses for search engines; dates are the documents' own, so the same corpus gives the same bytes. */
import type { APIRoute } from 'astro';
import { href } from '../components/href.ts';
import { loadSiteData } from '../content-loader/site-data.ts';
import { listBrowsePages } from '../corpus/browse.ts';

export const GET: APIRoute = async ({ site }) => {
  const { corpus } = await loadSiteData();
  const paths = [
    '/', '/van-ban/', '/so/', '/co-quan/', '/canh-bao/', '/gioi-thieu/', '/huong-dan/', '/kha-nang-tiep-can/',
    ...listBrowsePages(corpus).filter(({ path }) => path !== '').map(({ path }) => `/van-ban/${path}/`),
    ...[...corpus.issuers.keys()].map((id) => `/co-quan/${id}/`),
    ...[...corpus.documents.values()].flatMap(({ url }) => [url, `${url}chuoi/`]),
  ];
  const entries = paths.map((path) => `<url><loc>${new URL(href(path), site).href}</loc></url>`).join('\n');
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries}\n</urlset>\n`, { headers: { 'Content-Type': 'application/xml' } });
};
