/** Download of the office file a text was read from, byte for byte. A saved web page comes as a file to keep, never as a page of the site. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { findOriginal, originalExtension, readOriginal } from '../../../../../content-loader/originals.ts';
import { loadSiteData } from '../../../../../content-loader/site-data.ts';

export const getStaticPaths = (async () => {
  const { corpus } = await loadSiteData();
  return [...corpus.documents.values()].flatMap(({ key, held }) => {
    const original = held ? findOriginal(held.file) : null;
    if (!held || !original) return [];
    const [issuer, year, number] = key.split('/');
    return [{ params: { issuer, year, number, extension: originalExtension(original.extension) }, props: { file: held.file } }];
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => new Response(readOriginal(String(props['file'])), { headers: { 'Content-Type': 'application/octet-stream' } });
