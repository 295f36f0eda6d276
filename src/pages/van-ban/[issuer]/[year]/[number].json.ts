/** Download of a held document's record. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { loadSiteData } from '../../../../content-loader/site-data.ts';

export const getStaticPaths = (async () => {
  const { corpus } = await loadSiteData();
  return [...corpus.documents.values()].filter(({ held }) => held).map(({ key }) => {
    const [issuer, year, number] = key.split('/');
    return { params: { issuer, year, number } };
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const { readRecord } = await loadSiteData();
  const record = readRecord(`${params['issuer']}/${params['year']}/${params['number']}`);
  return new Response(`${JSON.stringify(record, null, 2)}\n`, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
};
