/**
 * All documents of the site as a list to filter and sort, from the head of the search index: counting ten thousand takes a few
 * milliseconds, and only the rows on show are loaded.
 */
import type { BrowseSort } from './browse-state.ts';
import { inflate } from './index/inflate.ts';
import { INDEX_FOLDER, SiteFiles } from './index/site-files.ts';
import { readHead, type Head } from './index/site-index.ts';
import type { FileLoader } from './index/term-store.ts';
import { countFacets, createFacetColumns, passesFilters, type Facet, type Filters } from './rank/filters.ts';

export interface CatalogueRow {
  /** Site-relative. */
  readonly url: string;
  /** Name and subject: `Công văn số 10/LĐLĐ-CTCĐ: Tuyên truyền …`. */
  readonly title: string;
  readonly number: string | null;
  readonly date: string | null;
  readonly issuer: string;
  readonly held: boolean;
  /** Held documents that cite it. */
  readonly citedBy: number;
}

export interface Catalogue {
  /** Numbers of the documents that pass, in order, and the counts of every facet. */
  list(filters: Filters, sort: BrowseSort): { readonly documents: readonly number[]; readonly facets: readonly Facet[] };
  /** @throws Error when a file of the index cannot be had */
  rows(documents: readonly number[]): Promise<CatalogueRow[]>;
}

/** @throws Error when the head of the index cannot be had */
export async function openCatalogue(load: FileLoader): Promise<Catalogue> {
  const name = `${INDEX_FOLDER}/head.bin`;
  const bytes = await load(name);
  if (!bytes) throw new Error(`openCatalogue: unexpected missing ${name}`);
  const head = readHead(await inflate(bytes));
  const files = new SiteFiles(head, load);
  const columns = createFacetColumns(head);
  const all = Array.from({ length: head.total }, (_, document) => document);
  return {
    list: (filters, sort) => ({ documents: all.filter((document) => passesFilters(document, filters, head, columns)).sort(compareBy(sort, head)), facets: countFacets(all, filters, head, columns) }),
    rows: (documents) => Promise.all(documents.map(async (document): Promise<CatalogueRow> => {
      const row = await files.row(document);
      if (!row) throw new Error(`openCatalogue: unexpected missing row of document ${document}`);
      const { url, title, number, date } = row;
      return { url, title, number, date, issuer: head.issuers[(head.columns.issuers[document] ?? 0) - 1]?.[1] ?? '', held: head.columns.held[document] === 1, citedBy: head.columns.citedBy[document] ?? 0 };
    })),
  };
}

/** Equal ones newest first, then in the order of their addresses; what has no date or number comes last. */
function compareBy(sort: BrowseSort, { columns }: Head): (a: number, b: number) => number {
  const newest = (a: number, b: number): number => (columns.dates[b] ?? 0) - (columns.dates[a] ?? 0) || a - b;
  const last = (value: number | undefined): number => value || 65_536;
  switch (sort) {
    case 'moi': return newest;
    case 'cu': return (a, b) => last(columns.dates[a]) - last(columns.dates[b]) || a - b;
    case 'so': return (a, b) => last(columns.serials[a]) - last(columns.serials[b]) || newest(a, b);
    case 'dan': return (a, b) => (columns.citedBy[b] ?? 0) - (columns.citedBy[a] ?? 0) || newest(a, b);
  }
}
