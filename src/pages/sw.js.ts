/** The service worker's first lines: what it must know, then its code. Its bytes change with every withdrawal, so browsers take the new one. */
import type { APIRoute } from 'astro';
import { href } from '../components/href.ts';
import { loadSiteData } from '../content-loader/site-data.ts';
import workerUrl from '../tools/offline/service-worker.ts?worker&url';

export const GET: APIRoute = async () => {
  const { ledger } = await loadSiteData();
  const settings = { base: href('/'), withdrawn: [...ledger.tombstones.keys()].sort().flatMap((key) => [`/van-ban/${key}`, `/nhung/${key}`].map(href)), fallback: href('/ngoai-tuyen/'), shell: [] };
  const code = `self.settings = ${JSON.stringify(settings).replace(/</gu, '\\u003c')};\nimportScripts(${JSON.stringify(workerUrl)});\n`;
  return new Response(code, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
};
