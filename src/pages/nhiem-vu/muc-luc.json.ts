/** Which files hold the rows of /nhiem-vu/: all of them in one, and cut by issuer and year for corpora where that one is large. */
import type { APIRoute } from 'astro';
import { href } from '../../components/href.ts';
import { loadSiteViews } from '../../content-loader/site-views.ts';
import { listDutyParts } from '../../corpus/duties/duty-parts.ts';

export const GET: APIRoute = async ({ site }) => {
  const { rows } = await loadSiteViews();
  const absolute = (path: string): string => new URL(href(path), site).href;
  const body = {
    tat_ca: { json: absolute('/nhiem-vu/nhiem-vu.json'), csv: absolute('/nhiem-vu/nhiem-vu.csv'), so_viec: rows.duties.length },
    theo_co_quan: [...listDutyParts(rows).values()].map(({ issuer, year, rows: own }) => ({ co_quan: own[0]?.document.issuer.name ?? issuer, ma_co_quan: issuer, nam: year, so_viec: own.length, json: absolute(`/nhiem-vu/theo-co-quan/${issuer}/${year}.json`) })),
  };
  return new Response(`${JSON.stringify(body, null, 1)}\n`, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
};
