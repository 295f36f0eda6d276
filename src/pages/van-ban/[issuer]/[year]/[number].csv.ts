/** Duties and targets of a held document as a table. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { href } from '../../../../components/href.ts';
import { keyOf, pathsOfHeld } from '../../../../content-loader/document-paths.ts';
import { loadSiteData } from '../../../../content-loader/site-data.ts';
import { writeCsv } from '../../../../corpus/exports/csv.ts';
import { listDutyRows } from '../../../../corpus/exports/exports.ts';
import { documentUrl } from '../../../../domain/document-key.ts';

export const getStaticPaths = (async () => pathsOfHeld((await loadSiteData()).corpus)) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params, site }) => {
  const { readRecord } = await loadSiteData();
  const key = keyOf(params);
  return new Response(writeCsv(listDutyRows(readRecord(key), new URL(href(documentUrl(key)), site).href)), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
};
