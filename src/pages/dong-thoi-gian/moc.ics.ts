/** The timeline as a calendar. */
import type { APIRoute } from 'astro';
import { href } from '../../components/href.ts';
import { viewWords } from '../../components/views/strings.ts';
import { readSite } from '../../content-loader/site-config.ts';
import { loadSiteViews } from '../../content-loader/site-views.ts';
import { formatCalendar } from '../../corpus/exports/calendar-text.ts';
import { cutEnd } from '../../corpus/wording/clip-quote.ts';
import { clauseUrl } from '../../corpus/duties/collect-rows.ts';
import { nameDocument } from '../../corpus/wording/document-name.ts';

export const GET: APIRoute = async ({ site }) => {
  const { data, timeline } = await loadSiteViews();
  const words = viewWords.timeline;
  const host = new URL(site ?? 'https://localhost').host;
  const seen = new Map<string, number>();
  const entries = timeline.map(({ kind, from, to, event, text, document, anchor, count }) => {
    const id = `${document.key.replace(/\//gu, '.')}.${anchor ?? 'van-ban'}.${kind}.${to}`;
    seen.set(id, (seen.get(id) ?? 0) + 1);
    const name = nameDocument(document);
    return {
      uid: `${id}${seen.get(id) === 1 ? '' : `.${seen.get(id)}`}@${host}`, from, to, stamp: document.date,
      summary: kind === 'stage' ? `${words.stage(count, event ?? '')}, ${name}` : words.event(kind === 'deadline' ? words.kinds.deadline : (event ?? words.kinds.milestone), name),
      description: cutEnd(text, 500), url: new URL(href(clauseUrl(data.corpus, document.key, anchor)), site).href,
    };
  });
  return new Response(formatCalendar(`${readSite().name}: ${words.title}`, entries), { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
};
