/** The rows of one issuer and year, in the form of `/nhiem-vu/nhiem-vu.json`. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { href } from '../../../../components/href.ts';
import { viewWords } from '../../../../components/views/strings.ts';
import { exportDuties, formatRowsJson } from '../../../../content-loader/row-exports.ts';
import { hashShown } from '../../../../content-loader/hash-shown.ts';
import { loadSiteData } from '../../../../content-loader/site-data.ts';
import { loadSiteViews } from '../../../../content-loader/site-views.ts';
import type { DutyRow } from '../../../../corpus/duties/collect-rows.ts';
import { listDutyParts } from '../../../../corpus/duties/duty-parts.ts';

export const getStaticPaths = (async () => {
  const { data, rows } = await loadSiteViews();
  return [...listDutyParts(rows).values()].map(({ issuer, year, rows: own }) => ({ params: { issuer, year }, props: { rows: own }, cacheKey: hashShown(own, data.digestOf) }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ rows: readonly DutyRow[] }> = async ({ props: { rows }, site }) => {
  const { corpus } = await loadSiteData();
  const body = formatRowsJson(viewWords.duties.columns, exportDuties(corpus, rows, (path) => new URL(href(path), site).href));
  return new Response(body, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
};
