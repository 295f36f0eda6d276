/** A held document as Akoma Ntoso 3.0. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { href } from '../../../../components/href.ts';
import { writeAkomaNtoso } from '../../../../content-loader/akoma-ntoso.ts';
import { keyOf, pathsOfHeld } from '../../../../content-loader/document-paths.ts';
import { loadSiteData } from '../../../../content-loader/site-data.ts';
import { documentOf } from '../../../../corpus/graph/graph.ts';

export const getStaticPaths = (async () => pathsOfHeld((await loadSiteData()).corpus)) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params, site }) => {
  const { corpus, readRecord, readHtml } = await loadSiteData();
  const key = keyOf(params);
  const xml = writeAkomaNtoso({ corpus, document: documentOf(corpus, key), record: readRecord(key), html: readHtml(key), absolute: (path) => new URL(href(path), site).href });
  return new Response(xml, { headers: { 'Content-Type': 'application/akn+xml; charset=utf-8' } });
};
