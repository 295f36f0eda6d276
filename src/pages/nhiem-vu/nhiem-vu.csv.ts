/** The rows of /nhiem-vu/ for spreadsheet programs. */
import type { APIRoute } from 'astro';
import { href } from '../../components/href.ts';
import { viewWords } from '../../components/views/strings.ts';
import { exportDuties } from '../../content-loader/row-exports.ts';
import { loadSiteViews } from '../../content-loader/site-views.ts';
import { writeCsv } from '../../corpus/exports/csv.ts';

export const GET: APIRoute = async ({ site }) => {
  const { data, rows } = await loadSiteViews();
  const body = writeCsv([[...viewWords.duties.columns], ...exportDuties(data.corpus, rows.duties, (path) => new URL(href(path), site).href)]);
  return new Response(body, { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
};
