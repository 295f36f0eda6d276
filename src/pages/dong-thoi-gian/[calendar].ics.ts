/** The timeline as calendars: one of each year, and `moc.ics` with the latest entries of all years. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { href } from '../../components/href.ts';
import { viewWords } from '../../components/views/strings.ts';
import { readSite } from '../../content-loader/site-config.ts';
import { hashShown } from '../../content-loader/hash-shown.ts';
import { loadSiteData } from '../../content-loader/site-data.ts';
import { loadSiteViews } from '../../content-loader/site-views.ts';
import { formatCalendar, MOST_CALENDAR_ENTRIES } from '../../corpus/exports/calendar-text.ts';
import { cutEnd } from '../../corpus/wording/clip-quote.ts';
import { clauseUrl } from '../../corpus/duties/collect-rows.ts';
import type { TimelineEntry } from '../../corpus/duties/timeline.ts';
import { nameDocument } from '../../corpus/wording/document-name.ts';

export const getStaticPaths = (async () => {
  const { data, timeline, timelineNames, timelineYears } = await loadSiteViews();
  const calendars = [{ calendar: 'moc', year: null, shown: timeline.slice(-MOST_CALENDAR_ENTRIES) }, ...timelineYears.map(({ year, entries }) => ({ calendar: `moc-${year}`, year, shown: entries }))];
  return calendars.map(({ calendar, year, shown }) => {
    const props: Props = { year, shown: shown.map((entry) => ({ ...entry, name: timelineNames.get(entry) ?? '' })) };
    return { params: { calendar }, props, cacheKey: hashShown(props, data.digestOf) };
  });
}) satisfies GetStaticPaths;

interface Props extends Record<string, unknown> {
  /** `null` for the calendar of all years. */
  readonly year: string | null;
  readonly shown: readonly (TimelineEntry & { readonly name: string })[];
}

export const GET: APIRoute<Props> = async ({ props: { year, shown }, site }) => {
  const { corpus } = await loadSiteData();
  const words = viewWords.timeline;
  const host = new URL(site ?? 'https://localhost').host;
  const entries = shown.map(({ name: uid, kind, from, to, event, text, document, anchor, count }) => {
    const name = nameDocument(document);
    return {
      uid: `${uid}@${host}`, from, to, stamp: document.date,
      summary: kind === 'stage' ? `${words.stage(count, event ?? '')}, ${name}` : words.event(kind === 'deadline' ? words.kinds.deadline : (event ?? words.kinds.milestone), name),
      description: cutEnd(text, 500), url: new URL(href(clauseUrl(corpus, document.key, anchor)), site).href,
    };
  });
  return new Response(formatCalendar(`${readSite().name}: ${year === null ? words.title : words.yearTitle(year)}`, entries), { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
};
