/** Addresses that search engines should know, in parts: one file may hold 50,000, and a phone's worth of them is less. */
import { listBrowsePages } from '../lists/browse.ts';
import { cutIntoPages } from '../lists/cut-into-pages.ts';
import type { Corpus } from '../graph/graph.ts';

const PART_SIZE = 10_000;

/** Paths in order; at least one part. */
export function listSitemapParts(corpus: Corpus): readonly (readonly string[])[] {
  return cutIntoPages([
    '/', '/van-ban/', '/so/', '/co-quan/', '/canh-bao/', '/gioi-thieu/', '/huong-dan/', '/kha-nang-tiep-can/', '/soan-can-cu/', '/du-lieu/', '/ngoai-tuyen/',
    ...listBrowsePages(corpus).filter(({ path }) => path !== '').map(({ path }) => `/van-ban/${path}/`),
    ...[...corpus.issuers.keys()].map((id) => `/co-quan/${id}/`),
    ...[...corpus.documents.values()].flatMap(({ url }) => [url, `${url}chuoi/`]),
  ], PART_SIZE);
}

/** One part as XML. @param absolute address of a path */
export function writeSitemap(paths: readonly string[], absolute: (path: string) => string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${paths.map((path) => `<url><loc>${absolute(path)}</loc></url>`).join('\n')}\n</urlset>\n`;
}
