/** Facts of every document for the search index; `scripts/index-search.ts` takes the file away again. */
import type { APIRoute } from 'astro';
import { readOrganRegistry } from '../../content-loader/read-registry.ts';
import { loadSiteData } from '../../content-loader/site-data.ts';
import { collectDocumentFacts } from '../../search/document-facts.ts';

export const GET: APIRoute = async () => {
  const { corpus } = await loadSiteData();
  return new Response(JSON.stringify(collectDocumentFacts(corpus, readOrganRegistry())), { headers: { 'content-type': 'application/json' } });
};
