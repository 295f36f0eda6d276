/**
 * The search engine: loads the index through a loader of files, understands a query, ranks, and describes what to print.
 * No DOM and no Node: it runs in a worker of the browser, and as it is in tests and measurements.
 */
import type { Answer, Described, Hit, SearchRequest, SortOrder } from './answer.ts';
import { inflate } from './index/inflate.ts';
import { readLexicon } from './index/lexicon.ts';
import { INDEX_FOLDER, SiteFiles, type Row } from './index/site-files.ts';
import { readHead, yearOfDay, type Head } from './index/site-index.ts';
import { variantHash } from './index/term-index.ts';
import { TermStore, type FileLoader } from './index/term-store.ts';
import { NumberLookup, numbersAsWords, type FoundNumber } from './number-lookup.ts';
import { groupOfPhrase, intersect, PhraseLookup } from './phrase-lookup.ts';
import type { Plan, PlanPhrase, Reading } from './query/plan.ts';
import { termsOfRun, type QueryTerm, type TermGroup } from './query/terms.ts';
import { createUnderstanding } from './query/understand.ts';
import { createFacetColumns, countFacets, passesFilters, type AskedFilters, type FacetColumns } from './rank/filters.ts';
import { chooseKeys, postingsOf, scoreGroups } from './rank/retrieve.ts';
import { CITES_SCORE, inverseDocumentFrequency, lengthNorms, unitePostings, type Corpus } from './rank/score.ts';
import { Repairer } from './repair.ts';
import { findExcerpt, type Wanted } from './show/excerpt.ts';
import { searchStrings } from './strings.ts';
import { foldKey, foldTerm } from './text/syllables.ts';

export interface EngineOptions {
  /** Loads a file of the site, by path without base: `search-index/head.bin`. */
  readonly load: FileLoader;
}

export interface Engine {
  readonly head: Head;
  search(request: SearchRequest): Promise<Answer>;
  /** Titles, addresses and, when wanted, excerpts of hits of the last answer to this query. */
  describe(documents: readonly number[], query: string, withExcerpt: boolean): Promise<Described[]>;
  /** Loads every file of a small index, so that it works without a network. */
  warm(limitBytes: number): Promise<boolean>;
}

/** @throws Error when the head of the index cannot be had */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const bytes = await options.load(`${INDEX_FOLDER}/head.bin`);
  if (!bytes) throw new Error('createEngine: unexpected missing search-index/head.bin');
  return new SearchEngine(readHead(await inflate(bytes)), options.load);
}

const DATE_SCORE = 60;
/** Part of the best score that documents of a year named among the words gain. */
const YEAR_SHARE = 0.3;
/** A cited document has only what others say of it. */
const CITED_FACTOR = 0.85;
/** Questions whose excerpts may still be asked for. */
const REMEMBERED = 40;
const NO_ROW: Row = { url: '', title: '', number: null, date: null, fragment: '' };

class SearchEngine implements Engine {
  readonly head: Head;
  private readonly files: SiteFiles;
  private readonly store: TermStore;
  private readonly numbers: NumberLookup;
  private readonly phrases: PhraseLookup;
  private readonly repairer: Repairer;
  private readonly corpus: Corpus;
  private readonly facetColumns: FacetColumns;
  /** Of each document: held before cited, newer before older, more relied on before less. */
  private readonly ties: Float32Array;
  private readonly understand: ReturnType<typeof createUnderstanding>;
  private readonly questions = new Map<string, Wanted>();

  constructor(head: Head, load: FileLoader) {
    this.head = head;
    this.files = new SiteFiles(head, load);
    const lexicon = readLexicon(head.lexicon);
    this.store = new TermStore({ total: head.total, buckets: head.buckets, lexicon, load: this.files.indexFile });
    this.numbers = new NumberLookup(head, this.files, this.store);
    this.phrases = new PhraseLookup(this.store, this.files);
    this.repairer = new Repairer(lexicon, this.store);
    const { lengths, titleLengths, held, dates, citedBy } = head.columns;
    this.corpus = { total: head.total, norms: lengthNorms(lengths, head.averageLength), titleLengths };
    this.facetColumns = createFacetColumns(head);
    this.ties = Float32Array.from(held, (isHeld, document) => isHeld * 0.01 + ((dates[document] ?? 0) / 65_535) * 0.02 + Math.log2(1 + (citedBy[document] ?? 0)) * 0.004);
    this.understand = createUnderstanding(head.vocabulary, (term) => lexicon.get(foldTerm(term))?.forms.some(([form]) => form === term) ?? false);
  }

  async search(request: SearchRequest): Promise<Answer> {
    const undone = new Set(request.undone ?? []);
    const plan = this.understand(request.query, { undone });
    this.store.missing = 0;
    this.files.missing = 0;
    // One round trip for all that the query is known to need.
    const [numbers] = await Promise.all([this.numbers.find(plan), this.store.get(chooseKeys([...plan.groups, ...plan.phrases.map(groupOfPhrase)], this.store, this.corpus)), this.store.get(plan.dates.map((date) => `@${date}`))]);
    const repaired = await this.repairer.repair(plan, undone);
    const readings: Reading[] = [...numbers.map((found): Reading => ({ kind: 'so', text: this.numbers.print(found) })), ...plan.readings, ...repaired.readings];

    const groups = [...repaired.groups, ...numbersAsWords(plan, numbers)];
    const scores = await scoreGroups(groups, this.store, this.corpus);
    const reasons = new Map<number, Hit['reason']>();
    await this.numbers.addScores(plan, numbers, scores, reasons);
    await this.addDateScores(plan, scores, reasons);
    this.addYearScores(plan, scores);
    const allowed = await this.phraseFilter(plan, readings, scores, groups.length === 0);
    for (const phrase of plan.excluded) for (const document of await this.phrases.documentsWith(phrase, false, scores)) scores[document] = 0;

    const asked: AskedFilters = { ...request.filters, ...(hasFilters(plan) ? { fromQuery: plan.filters } : {}) };
    if (isOnlyFilters(plan, groups, numbers)) scores.fill(hasFilters(plan) || Object.keys(request.filters ?? {}).length > 0 ? 1 : 0);
    const found = this.settle(scores, allowed);
    const relevant = cutTail(found, scores, plan, reasons);
    const facets = countFacets(relevant, asked, this.head, this.facetColumns);
    const passing = relevant.filter((document) => passesFilters(document, asked, this.head, this.facetColumns));
    const hits = foldDuplicates(orderBy(request.sort ?? 'phu-hop', passing, scores, this.head), scores, reasons, this.head);
    this.remember(request.query, await this.wantedOf(plan, groups, numbers));
    return {
      query: request.query,
      readings,
      numbers: numbers.map(({ answer }) => answer),
      hits,
      total: passing.length,
      facets,
      suggestions: repaired.suggestions,
      incomplete: this.store.missing + this.files.missing > 0,
    };
  }

  async describe(documents: readonly number[], query: string, withExcerpt: boolean): Promise<Described[]> {
    const wanted = this.questions.get(query);
    return Promise.all(documents.map(async (document) => {
      const fragment = withExcerpt ? await this.files.fragment(document) : null;
      const { url, title, number, date } = fragment ?? (await this.files.row(document)) ?? NO_ROW;
      const { columns, types, issuers } = this.head;
      return {
        document,
        url,
        title,
        number,
        date,
        type: types[(columns.types[document] ?? 0) - 1]?.[1] ?? null,
        issuer: issuers[(columns.issuers[document] ?? 0) - 1]?.[1] ?? null,
        held: columns.held[document] === 1,
        excerpt: fragment && wanted ? findExcerpt(fragment, wanted) : null,
      };
    }));
  }

  async warm(limitBytes: number): Promise<boolean> {
    if (this.head.bytes > limitBytes) return false;
    await this.store.warm();
    await this.files.warm();
    return true;
  }

  /** Documents with a score; where the words do not decide, the ties do. */
  private settle(scores: Float32Array, allowed: ReadonlySet<number> | null): number[] {
    const { held } = this.head.columns;
    const found: number[] = [];
    for (let document = 0; document < this.head.total; document++) {
      const score = scores[document] ?? 0;
      if (score <= 0 || (allowed && !allowed.has(document))) continue;
      scores[document] = score * (held[document] === 1 || score >= CITES_SCORE ? 1 : CITED_FACTOR) + (this.ties[document] ?? 0);
      found.push(document);
    }
    return found;
  }

  private async addDateScores(plan: Plan, scores: Float32Array, reasons: Map<number, Hit['reason']>): Promise<void> {
    for (const date of plan.dates) {
      const entries = await this.store.get([`@${date}`]);
      const { documents, frequencies } = unitePostings(entries.get(`@${date}`) ?? []);
      documents.forEach((document, index) => {
        const own = (frequencies[index] ?? 0) >= 20;
        scores[document] = (scores[document] ?? 0) + (own ? DATE_SCORE : DATE_SCORE / 4) + Math.min(3, frequencies[index] ?? 0) / 10;
        if (!reasons.has(document)) reasons.set(document, 'date');
      });
    }
  }

  /** "công văn năm 2024": those of the year before others; a year alone asks for them. */
  private addYearScores({ year, words }: Plan, scores: Float32Array): void {
    if (year === null) return;
    const top = scores.reduce((most, score) => Math.max(most, score), 0);
    const isAlone = words.every(({ form }) => form === String(year) || foldKey(form) === 'nam');
    this.head.columns.dates.forEach((day, document) => {
      const score = scores[document] ?? 0;
      if (yearOfDay(day) === year && (isAlone || score > 0)) scores[document] = score + (isAlone ? top + 1 : top * YEAR_SHARE);
    });
  }

  /** Documents that hold every quoted phrase, or `null` when none is quoted. */
  private async phraseFilter(plan: Plan, readings: Reading[], scores: Float32Array, scoreThem: boolean): Promise<Set<number> | null> {
    let allowed: Set<number> | null = null;
    for (const phrase of plan.phrases) {
      const own = await scoreGroups([groupOfPhrase(phrase)], this.store, this.corpus);
      const documents = await this.documentsOfPhrase(phrase, own, readings);
      allowed = intersect(allowed, documents);
      for (const document of documents) scores[document] = (scores[document] ?? 0) + (own[document] ?? 0) + (scoreThem ? 0.1 : 0);
    }
    return allowed;
  }

  private async documentsOfPhrase(phrase: PlanPhrase, scores: Float32Array, readings: Reading[]): Promise<Set<number>> {
    const exact = await this.phrases.documentsWith(phrase, false, scores);
    if (exact.size > 0) return exact;
    const loose = await this.phrases.documentsWith(phrase, true, scores);
    if (loose.size > 0) readings.push({ kind: 'cum', text: searchStrings.readings.phraseLoose(phrase.text) });
    return loose;
  }

  /* What the excerpt marks */

  private async wantedOf(plan: Plan, groups: readonly TermGroup[], numbers: readonly FoundNumber[]): Promise<Wanted> {
    const terms = new Map<string, number>();
    const looseTerms = new Map<string, number>();
    const all: QueryTerm[] = [...groups.flatMap((group) => group.alternatives.flatMap((alternative) => alternative.terms)), ...plan.phrases.flatMap((phrase) => termsOfRun(phrase.words))];
    const known = await this.store.atHand(all.map((term) => foldKey(term.key)));
    for (const term of all) {
      const folded = foldKey(term.key);
      const variants = known.get(folded);
      const documents = variants ? Math.max(0, ...postingsOf(term, variants).map((part) => part.postings.documents.length)) : this.store.documentsOf(folded);
      if (documents === 0) continue;
      const weight = inverseDocumentFrequency(documents, this.head.total) + 0.05;
      const exactlyTyped = variants?.some((variant) => variant.hash === variantHash(term.key)) ?? true;
      if (term.match === 'loose' || !exactlyTyped) looseTerms.set(folded, weight);
      else terms.set(term.key, weight);
    }
    return {
      terms,
      looseTerms,
      numbers: numbers.flatMap(({ answer, number }) => (answer.documents.length > 0 ? this.numbers.keysOf(answer) : [number.text])),
      dates: plan.dates,
      phrases: plan.phrases.map((phrase) => phrase.words.map((word) => word.term)),
    };
  }

  private remember(query: string, wanted: Wanted): void {
    this.questions.set(query, wanted);
    if (this.questions.size > REMEMBERED) this.questions.delete(this.questions.keys().next().value ?? '');
  }
}

function isOnlyFilters(plan: Plan, groups: readonly TermGroup[], numbers: readonly FoundNumber[]): boolean {
  return groups.length === 0 && numbers.length === 0 && plan.dates.length === 0 && plan.phrases.length === 0;
}

function hasFilters(plan: Plan): boolean {
  const { types, years, issuers, held } = plan.filters;
  return types.length + years.length + issuers.length > 0 || held !== null;
}

/** Leaves out the long tail that shares only a common syllable with the query. */
function cutTail(found: readonly number[], scores: Float32Array, plan: Plan, reasons: ReadonlyMap<number, Hit['reason']>): number[] {
  let top = 0;
  for (const document of found) if (!reasons.has(document)) top = Math.max(top, scores[document] ?? 0);
  const amount = plan.words.length;
  const threshold = top * (amount <= 4 ? 0.4 : amount <= 7 ? 0.3 : 0.25);
  const strong = found.filter((document) => reasons.has(document) || (scores[document] ?? 0) >= threshold);
  const minimum = amount <= 7 ? 0 : 20;
  if (strong.length >= minimum) return strong;
  return found.toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)).slice(0, minimum);
}

function orderBy(sort: SortOrder, documents: readonly number[], scores: Float32Array, head: Head): number[] {
  const byScore = (a: number, b: number): number => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b;
  const dateOf = (document: number): number => head.columns.dates[document] ?? 0;
  if (sort === 'moi') return documents.toSorted((a, b) => dateOf(b) - dateOf(a) || byScore(a, b));
  if (sort === 'cu') return documents.toSorted((a, b) => (dateOf(a) || 65_536) - (dateOf(b) || 65_536) || byScore(a, b));
  return documents.toSorted(byScore);
}

const NONE_ALIKE: number[] = [];

/** Near-duplicates stand under the best of them, unless each was asked for by number. */
function foldDuplicates(ordered: readonly number[], scores: Float32Array, reasons: ReadonlyMap<number, Hit['reason']>, head: Head): Hit[] {
  const leaders = new Map<number, number[]>();
  const hits: Hit[] = [];
  for (const document of ordered) {
    const group = head.columns.groups[document] ?? 0;
    const reason = reasons.get(document) ?? 'text';
    const leader = group > 0 && reason !== 'number' ? leaders.get(group) : undefined;
    if (leader) {
      leader.push(document);
      continue;
    }
    const alike: number[] = group > 0 ? [] : NONE_ALIKE;
    if (group > 0) leaders.set(group, alike);
    hits.push({ document, score: scores[document] ?? 0, reason, alike });
  }
  return hits;
}
