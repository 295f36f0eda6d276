/** What a program that embeds a document's address asks for (oEmbed 1.0). */
import type { APIRoute, GetStaticPaths } from 'astro';
import { href } from '../../../../components/href.ts';
import { EMBED_HEIGHT, EMBED_WIDTH, embedFrame } from '../../../../components/kit/embed-code.ts';
import { keyOf, pathsOfAll } from '../../../../content-loader/document-paths.ts';
import { readSite } from '../../../../content-loader/site-config.ts';
import { loadSiteData } from '../../../../content-loader/site-data.ts';
import { documentOf } from '../../../../corpus/graph/graph.ts';
import { nameDocument } from '../../../../corpus/wording/short-name.ts';
import { oembedSchema } from '../../../../domain/exports.ts';

export const getStaticPaths = (async () => pathsOfAll((await loadSiteData()).corpus)) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params, site }) => {
  const { corpus } = await loadSiteData();
  const document = documentOf(corpus, keyOf(params));
  const absolute = (path: string): string => new URL(href(path), site).href;
  const answer = oembedSchema.parse({
    version: '1.0', type: 'rich', title: nameDocument(document), author_name: document.issuer.name, provider_name: readSite().name, provider_url: absolute('/'),
    cache_age: 86_400, width: EMBED_WIDTH, height: EMBED_HEIGHT, html: embedFrame(document, absolute(`/nhung/${document.key}/`)),
  });
  return new Response(`${JSON.stringify(answer, null, 2)}\n`, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
};
