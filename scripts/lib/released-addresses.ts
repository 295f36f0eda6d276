/** Addresses of a corpus, the plan of a release, and what a corpus or a built site owes to the ledger. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentUrl } from '../../src/domain/document-key.ts';
import { followRedirects, type Ledger, type LedgerEntry } from '../../src/domain/ledger.ts';
import { readHtmlFragment, readHtmlPage } from './html-page.ts';
import type { Corpus } from './read-corpus.ts';

/** What one document answers to at the moment. */
export interface Address {
  readonly code: string;
  readonly anchors: readonly string[];
  /** Source of a held document; `null` when it is only cited. */
  readonly file: string | null;
  /** Number of a document that is only cited. */
  readonly number?: string | null;
}

/** Something the ledger promised that is gone. */
export type Loss =
  | { readonly kind: 'page'; readonly key: string; readonly url: string }
  | { readonly kind: 'anchor'; readonly key: string; readonly url: string; readonly anchor: string }
  | { readonly kind: 'code'; readonly key: string; readonly url: string; readonly code: string };

export interface ReleasePlan {
  readonly ledger: Ledger;
  readonly losses: readonly Loss[];
  readonly newDocuments: readonly string[];
  /** Number of anchors that were not promised before. */
  readonly newAnchors: number;
  /** Redirects found by the source file: old key, new key. */
  readonly newRedirects: readonly (readonly [string, string])[];
}

/** Addresses of every document, held or only cited. */
export function listAddresses(corpus: Corpus): Map<string, Address> {
  return new Map(
    [...corpus.graph.documents].map(([key, { code, number }]) => {
      const document = corpus.held.get(key);
      return [key, { code, anchors: document ? [...new Set(readHtmlFragment(document.html).ids)] : [], file: document?.record.file ?? null, ...(document ? {} : { number }) }];
    }),
  );
}

/**
 * Works out the ledger after a release. Nothing is written here.
 * @param addresses what the corpus answers to now
 * @param today     day of the release, `2026-11-21`
 * @param redirects old key -> new key, as given by a person
 */
export function planRelease(addresses: ReadonlyMap<string, Address>, ledger: Ledger, today: string, redirects: ReadonlyMap<string, string> = new Map()): ReleasePlan {
  const newRedirects = [...redirects, ...findMovedDocuments(addresses, ledger, redirects)];
  const withRedirects: Ledger = { ...ledger, redirects: new Map([...ledger.redirects, ...newRedirects]) };
  const losses = findCorpusLosses(addresses, withRedirects);
  const documents = new Map(ledger.documents);
  let newAnchors = 0;
  for (const [key, address] of addresses) {
    const old = ledger.documents.get(key);
    newAnchors += address.anchors.filter((anchor) => !old?.anchors.includes(anchor)).length;
    documents.set(key, toEntry(key, address, old, today));
  }
  const newDocuments = [...addresses.keys()].filter((key) => !ledger.documents.has(key));
  return { ledger: { ...withRedirects, documents }, losses, newDocuments, newAnchors, newRedirects };
}

/** Promises that the corpus no longer keeps: pages, anchors, short codes. A withdrawn document owes its page and code alone. */
export function findCorpusLosses(addresses: ReadonlyMap<string, Address>, ledger: Ledger): Loss[] {
  return findLosses(ledger, (key) => {
    if (ledger.tombstones.has(key)) return { anchors: null };
    const address = addresses.get(followRedirects(key, ledger.redirects));
    return address ? { anchors: new Set(address.anchors) } : null;
  }, () => true);
}

/** Promises that a built site does not keep: each page, its ids and its short address must stand in the folder. */
export function findSiteLosses(siteDir: string, ledger: Ledger): Loss[] {
  const read = (url: string): string | null => {
    const path = join(siteDir, url, 'index.html');
    return existsSync(path) ? readFileSync(path, 'utf8') : null;
  };
  return findLosses(ledger, (key) => {
    const own = read(documentUrl(key));
    if (own === null) return null;
    if (ledger.tombstones.has(key)) return { anchors: null };
    const target = followRedirects(key, ledger.redirects);
    const html = target === key ? own : read(documentUrl(target));
    return html === null ? null : { anchors: new Set(readHtmlPage(html).ids) };
  }, (code) => read(`/v/${code}/`) !== null);
}

function findLosses(ledger: Ledger, find: (key: string) => { anchors: ReadonlySet<string> | null } | null, hasCode: (code: string) => boolean): Loss[] {
  const losses: Loss[] = [];
  for (const [key, { url, code, anchors }] of ledger.documents) {
    const page = find(key);
    if (page === null) losses.push({ kind: 'page', key, url });
    else if (page.anchors !== null) {
      for (const anchor of anchors) if (!page.anchors.has(anchor)) losses.push({ kind: 'anchor', key, url, anchor });
    }
    if (!hasCode(code)) losses.push({ kind: 'code', key, url, code });
  }
  return losses;
}

/** A released key that is gone while its source stands under another key has moved: the number, year or organ was corrected. */
function findMovedDocuments(addresses: ReadonlyMap<string, Address>, ledger: Ledger, given: ReadonlyMap<string, string>): [string, string][] {
  const byFile = new Map([...addresses].flatMap(([key, address]) => (address.file === null ? [] : [[address.file, key] as const])));
  return [...ledger.documents].flatMap(([key, entry]) => {
    const known = addresses.has(key) || ledger.redirects.has(key) || ledger.tombstones.has(key) || given.has(key);
    const moved = entry.file === null ? undefined : byFile.get(entry.file);
    return known || moved === undefined ? [] : [[key, moved] as [string, string]];
  });
}

function toEntry(key: string, address: Address, old: LedgerEntry | undefined, today: string): LedgerEntry {
  const kept = (old?.anchors ?? []).filter((anchor) => !address.anchors.includes(anchor));
  const file = address.file ?? old?.file ?? null;
  const number = file === null ? (address.number ?? old?.number) : undefined;
  return { code: old?.code ?? address.code, url: documentUrl(key), anchors: [...address.anchors, ...kept], file, ...(number ? { number } : {}), released: old?.released ?? today };
}
