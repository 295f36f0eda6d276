/** Download of a held document's source, byte for byte as received. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { hasTextSource, readSource } from '../../../../content-loader/sources.ts';
import { loadSiteData } from '../../../../content-loader/site-data.ts';

export const getStaticPaths = (async () => {
  const { corpus } = await loadSiteData();
  return [...corpus.documents.values()].filter(({ held }) => held && hasTextSource(held.file)).map(({ key, held }) => {
    const [issuer, year, number] = key.split('/');
    return { params: { issuer, year, number }, props: { file: held?.file } };
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => new Response(readSource(String(props['file'])), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
