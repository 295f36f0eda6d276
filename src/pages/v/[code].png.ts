/** QR code of a document's short address, as PNG. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { href } from '../../components/href.ts';
import { makeQrPng } from '../../content-loader/qr-code.ts';
import { loadSiteData } from '../../content-loader/site-data.ts';

export const getStaticPaths = (async () => [...(await loadSiteData()).corpus.documents.values()].map(({ code }) => ({ params: { code } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params, site }) => {
  const url = new URL(href(`/v/${params['code']}/`), site).href;
  return new Response(makeQrPng(url), { headers: { 'Content-Type': 'image/png' } });
};
