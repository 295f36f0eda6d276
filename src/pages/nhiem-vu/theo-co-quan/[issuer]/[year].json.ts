/** The rows of one issuer and year, in the form of `/nhiem-vu/nhiem-vu.json`. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { href } from '../../../../components/href.ts';
import { viewWords } from '../../../../components/views/strings.ts';
import { exportDuties, formatRowsJson } from '../../../../content-loader/row-exports.ts';
import { loadSiteViews } from '../../../../content-loader/site-views.ts';
import { listDutyParts } from '../../../../corpus/duties/duty-parts.ts';

export const getStaticPaths = (async () => [...listDutyParts((await loadSiteViews()).rows).values()].map(({ issuer, year }) => ({ params: { issuer, year } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params, site }) => {
  const { data, rows } = await loadSiteViews();
  const own = listDutyParts(rows).get(`${params['issuer']}/${params['year']}`)?.rows ?? [];
  const body = formatRowsJson(viewWords.duties.columns, exportDuties(data.corpus, own, (path) => new URL(href(path), site).href));
  return new Response(body, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
};
