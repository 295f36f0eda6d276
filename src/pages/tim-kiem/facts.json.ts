/** Facts of every document for the search index; `scripts/index-search.ts` takes the file away again. */
import type { APIRoute } from 'astro';
import { loadSiteViews } from '../../content-loader/site-views.ts';
import { wholeState } from '../../corpus/graph/status.ts';
import { collectDocumentFacts } from '../../search/document-facts.ts';

export const GET: APIRoute = async () => {
  const { data, placeOf, statuses, topics } = await loadSiteViews();
  const facts = collectDocumentFacts(data.corpus, {
    levelOf: ({ issuer }) => placeOf(issuer)?.level ?? null,
    statusOf: ({ key }) => wholeState(statuses.get(key)),
    topicsOf: ({ key }) => topics.topicsOf.get(key) ?? [],
  });
  return new Response(JSON.stringify(facts), { headers: { 'content-type': 'application/json' } });
};
