/** Atom feed of an organ: what it issued, what is addressed to it, what it gets a copy of, each entry saying which. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { href } from '../../../components/href.ts';
import { viewWords } from '../../../components/views/strings.ts';
import { readSite } from '../../../content-loader/site-config.ts';
import { loadSiteData } from '../../../content-loader/site-data.ts';
import { writeAtom } from '../../../corpus/exports/atom.ts';
import { listOrganNews } from '../../../corpus/exports/organ-news.ts';

/** Entries in the feed; the page of the organ has all. */
const MOST = 60;

export const getStaticPaths = (async () => {
  const { corpus } = await loadSiteData();
  return [...corpus.issuers.keys()].map((id) => ({ params: { id }, cacheKey: id }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params, site }) => {
  const { corpus } = await loadSiteData();
  const issuer = corpus.issuers.get(String(params['id']));
  if (!issuer) throw new Error(`tin.xml: unexpected organ ${params['id']}, expected one of ${corpus.issuers.size}`);
  const absolute = (path: string): string => new URL(href(path), site).href;
  const { union, contact } = readSite();
  const entries = listOrganNews(corpus, issuer).slice(0, MOST).map(({ role, document, name, date }) => ({
    kind: role, key: document.key, date, title: `${viewWords.organ.roles[role]}: ${name}`, summary: [document.title, document.issuer.name].filter((part) => part !== null).join(' — '), url: absolute(document.url),
  }));
  const feed = writeAtom({ title: viewWords.organ.feedTitle(issuer.name), subtitle: union, self: absolute(`/co-quan/${issuer.id}/tin.xml`), home: absolute(`/co-quan/${issuer.id}/`), author: union, email: contact.email }, entries);
  return new Response(feed, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
};
