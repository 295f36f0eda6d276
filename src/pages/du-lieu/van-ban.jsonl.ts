/** Whole records of all held documents, one a line. */
import type { APIRoute } from 'astro';
import { loadSiteData } from '../../content-loader/site-data.ts';

export const GET: APIRoute = async () => {
  const { corpus, readRecord } = await loadSiteData();
  const keys = [...corpus.documents.values()].filter(({ held }) => held).map(({ key }) => key);
  let next = 0;
  const encoder = new TextEncoder();
  // Line by line: thousands of records are longer than one string may be.
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const key = keys[next++];
      if (key === undefined) controller.close();
      else controller.enqueue(encoder.encode(`${JSON.stringify(readRecord(key))}\n`));
    },
  });
  return new Response(body, { headers: { 'Content-Type': 'application/x-ndjson; charset=utf-8' } });
};
