/** Into how many parts the rows of the writer's kit are cut. */
import type { APIRoute } from 'astro';
import { readKitRows } from '../../content-loader/kit-rows.ts';
import { loadSiteData } from '../../content-loader/site-data.ts';

export const GET: APIRoute = async () => new Response(`${JSON.stringify(readKitRows(await loadSiteData()).count)}\n`, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
