/** The timeline as calendars: one of each year, and `moc.ics` with the latest entries of all years. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { href } from '../../components/href.ts';
import { viewWords } from '../../components/views/strings.ts';
import { readSite } from '../../content-loader/site-config.ts';
import { loadSiteViews } from '../../content-loader/site-views.ts';
import { formatCalendar, MOST_CALENDAR_ENTRIES } from '../../corpus/exports/calendar-text.ts';
import { cutEnd } from '../../corpus/wording/clip-quote.ts';
import { clauseUrl } from '../../corpus/duties/collect-rows.ts';
import { nameTimelineEntries } from '../../corpus/duties/timeline.ts';
import { nameDocument } from '../../corpus/wording/document-name.ts';

export const getStaticPaths = (async () => {
  const { timelineYears } = await loadSiteViews();
  return [{ params: { calendar: 'moc' }, props: { year: null } }, ...timelineYears.map(({ year }) => ({ params: { calendar: `moc-${year}` }, props: { year } }))];
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ year: string | null }> = async ({ props: { year }, site }) => {
  const { data, timeline, timelineYears } = await loadSiteViews();
  const words = viewWords.timeline;
  const host = new URL(site ?? 'https://localhost').host;
  const shown = year === null ? timeline.slice(-MOST_CALENDAR_ENTRIES) : (timelineYears.find((candidate) => candidate.year === year)?.entries ?? []);
  const names = nameTimelineEntries(timeline);
  const entries = shown.map((entry) => {
    const { kind, from, to, event, text, document, anchor, count } = entry;
    const name = nameDocument(document);
    return {
      uid: `${names.get(entry)}@${host}`, from, to, stamp: document.date,
      summary: kind === 'stage' ? `${words.stage(count, event ?? '')}, ${name}` : words.event(kind === 'deadline' ? words.kinds.deadline : (event ?? words.kinds.milestone), name),
      description: cutEnd(text, 500), url: new URL(href(clauseUrl(data.corpus, document.key, anchor)), site).href,
    };
  });
  return new Response(formatCalendar(`${readSite().name}: ${year === null ? words.title : words.yearTitle(year)}`, entries), { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
};
