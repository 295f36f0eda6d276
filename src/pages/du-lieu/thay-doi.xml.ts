/** Atom feed of additions, corrections, moved addresses and withdrawals. */
import type { APIRoute } from 'astro';
import { href } from '../../components/href.ts';
import { readSite } from '../../content-loader/site-config.ts';
import { loadSiteData } from '../../content-loader/site-data.ts';
import { writeAtom } from '../../corpus/exports/atom.ts';
import { listChanges } from '../../corpus/exports/exports.ts';

/** Entries in the feed; older ones stand in `index.json`. */
const MOST = 200;

export const GET: APIRoute = async ({ site }) => {
  const { corpus, ledger, readRecord } = await loadSiteData();
  const corrections = new Map([...corpus.documents.values()].filter(({ held }) => held).map(({ key }) => [key, readRecord(key).corrections] as const));
  const absolute = (path: string): string => new URL(href(path), site).href;
  const { name, union, contact } = readSite();
  const feed = writeAtom({ title: `${name}: thay đổi`, subtitle: union, self: absolute('/du-lieu/thay-doi.xml'), home: absolute('/'), author: union, email: contact.email }, listChanges(corpus, ledger, corrections).slice(0, MOST).map((change) => ({ ...change, url: absolute(change.path) })));
  return new Response(feed, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
};
