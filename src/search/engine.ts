/**
 * The search engine: loads the index through a loader of files, understands a query, ranks, and describes what to print.
 * No DOM and no Node: it runs in a worker of the browser, and as it is in tests and measurements.
 */
import { inflate, inflateJson } from './index/inflate.ts';
import { BLOCK_SIZE, numberShardOf, readHead, toFragmentName, yearOfDay, type DocumentRow, type Head, type NumberShard } from './index/site-index.ts';
import { TermStore, type FileLoader } from './index/term-store.ts';
import { variantHash } from './index/term-index.ts';
import { fragmentPath, readFragment, type Fragment } from './pagefind-fragment.ts';
import { CERTAIN, matchNumbers, numberParts, type NumberedDocument } from './query/number-match.ts';
import type { NumberQuery } from './query/number-query.ts';
import { numberKey } from './query/numbers.ts';
import type { Plan, PlanPhrase, PlanWord, Reading, ReadingKind } from './query/plan.ts';
import { completionsOf, correctionsOf, documentsOf, isKnown, readLexicon, type Lexicon } from './query/spelling.ts';
import { isBareSyllable } from './query/telex.ts';
import { createUnderstanding } from './query/understand.ts';
import { inverseDocumentFrequency, lengthNorms, unitePostings, type Corpus } from './rank/score.ts';
import { postingsOf, scoreGroups, termKeys, termsOfRun, type ShareOf, type QueryTerm, type TermGroup } from './rank/retrieve.ts';
import { countFacets, passesFilters, type Facet, type Filters } from './rank/filters.ts';
import { findExcerpt, type Excerpt, type Wanted } from './show/excerpt.ts';
import { searchStrings } from './strings.ts';
import { foldKey, foldTerm, syllablesOf, termOf } from './text/syllables.ts';

export type SortOrder = 'phu-hop' | 'moi' | 'cu';

export interface SearchRequest {
  readonly query: string;
  readonly undone?: readonly ReadingKind[];
  readonly filters?: Filters;
  readonly sort?: SortOrder;
}

/** What stands above the hits about a number. */
export interface NumberAnswer {
  readonly text: string;
  /** Documents that bear the number. */
  readonly documents: readonly number[];
  /** Offered when there are none. */
  readonly nearest: readonly (readonly [document: number, number: string])[];
}

export interface Hit {
  readonly document: number;
  readonly score: number;
  /** Why it stands where it does. */
  readonly reason: 'number' | 'cites' | 'date' | 'text';
  /** Near-duplicates of this document that are folded under it. */
  readonly alike: readonly number[];
}

export interface Suggestion {
  readonly query: string;
}

export interface Answer {
  readonly query: string;
  readonly readings: readonly Reading[];
  readonly numbers: readonly NumberAnswer[];
  readonly hits: readonly Hit[];
  /** Documents found, near-duplicates counted. */
  readonly total: number;
  readonly facets: readonly Facet[];
  readonly suggestions: readonly Suggestion[];
  /** A file of the index could not be had, so something may be missing. */
  readonly incomplete: boolean;
}

export interface Described {
  readonly document: number;
  readonly url: string;
  readonly title: string;
  readonly number: string | null;
  readonly type: string | null;
  readonly issuer: string | null;
  readonly date: string | null;
  readonly held: boolean;
  readonly excerpt: Excerpt | null;
}

export interface EngineOptions {
  /** Loads a file of the site, by path without base: `search-index/head.bin`. */
  readonly load: FileLoader;
}

const INDEX = 'search-index';

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
  const bytes = await options.load(`${INDEX}/head.bin`);
  if (!bytes) throw new Error('createEngine: unexpected missing search-index/head.bin');
  return new SearchEngine(readHead(await inflate(bytes)), options.load);
}

/** Score of the document whose number was typed; what cites it comes below, text far below. */
const NUMBER_SCORE = 1000;
const CITES_SCORE = 100;
const DATE_SCORE = 60;
/** A question of more words needs no help with spelling: the others find the place. */
const LONG_QUESTION = 12;
/** Words beside a number from which on the words, not the number, are the question. */
const LONG_TEXT = 6;
/** A cited document has only what others say of it. */
const CITED_FACTOR = 0.85;

interface Row {
  readonly url: string;
  readonly title: string;
  readonly number: string | null;
  readonly date: string | null;
  readonly fragment: string;
}
const NO_ROW: Row = { url: '', title: '', number: null, date: null, fragment: '' };

interface Question {
  readonly plan: Plan;
  readonly wanted: Wanted;
}

class SearchEngine implements Engine {
  readonly head: Head;
  private readonly load: FileLoader;
  private readonly store: TermStore;
  private readonly corpus: Corpus;
  private readonly norms: Float32Array;
  private readonly understand: ReturnType<typeof createUnderstanding>;
  private readonly cache = new Map<string, Promise<unknown>>();
  private readonly questions = new Map<string, Question>();

  constructor(head: Head, load: FileLoader) {
    this.head = head;
    this.load = load;
    const file: FileLoader = async (name) => load(`${INDEX}/${head.version}/${name}.bin`);
    this.store = new TermStore({ total: head.total, shards: head.shards, heavy: head.heavy, load: file });
    this.corpus = { total: head.total, lengths: head.columns.lengths, averageLength: head.averageLength };
    this.norms = lengthNorms(this.corpus);
    this.understand = createUnderstanding(head.vocabulary);
  }

  async search(request: SearchRequest): Promise<Answer> {
    const undone = new Set(request.undone ?? []);
    const plan = this.understand(request.query, { undone });
    this.store.missing = 0;
    const readings = [...plan.readings];
    // One round trip for all that the query is known to need.
    const wanted = [...plan.groups, ...plan.phrases.map(groupOfPhrase)];
    const lexicon = this.knownLexicon ?? (plan.words.length > LONG_QUESTION ? null : undefined);
    const shareOf: ShareOf = (folded) => (lexicon ? documentsOf(lexicon, folded) / this.head.total : 0);
    const [numbers] = await Promise.all([this.lookUpNumbers(plan), lexicon === undefined ? this.lexicon() : null, this.store.get(termKeys(wanted, this.store, this.corpus, shareOf))]);
    for (const { number, answer } of numbers) readings.unshift({ kind: 'so', text: this.printNumber(number, answer) });

    const repaired = await this.repair(plan, undone);
    readings.push(...repaired.readings);
    const groups = [...repaired.groups, ...numberTextGroups(numbers, plan.words.length >= LONG_TEXT)];
    const scores = await scoreGroups(groups, this.store, this.corpus, this.norms, this.head.columns.titleLengths, shareOf);
    const reasons = new Map<number, Hit['reason']>();
    if (plan.words.length < LONG_TEXT) await this.addNumberScores(numbers, scores, reasons);
    else await this.addNumberHints(numbers, scores);
    await this.addDateScores(plan, scores, reasons);
    const allowed = await this.phraseFilter(plan, readings, scores, groups.length === 0);
    await this.removeExcluded(plan.excluded, scores);
    const weights = await this.weigh(plan, groups);

    const { columns } = this.head;
    const found: number[] = [];
    const asked = { ...request.filters, fromQuery: plan.filters };
    const nothingAsked = groups.length === 0 && numbers.length === 0 && plan.dates.length === 0 && plan.phrases.length === 0;
    for (let document = 0; document < this.head.total; document++) {
      if (allowed && !allowed.has(document)) continue;
      if (nothingAsked) scores[document] = hasFilters(plan) || Object.keys(request.filters ?? {}).length > 0 ? 1 : 0;
      const score = scores[document] ?? 0;
      if (score <= 0) continue;
      // Held before cited, newer before older, more relied on before less, where the words alone do not decide.
      const tie = (columns.held[document] ?? 0) * 0.01 + ((columns.dates[document] ?? 0) / 65_535) * 0.02 + Math.log2(1 + (columns.citedBy[document] ?? 0)) * 0.004;
      scores[document] = score * (columns.held[document] === 1 || score >= CITES_SCORE ? 1 : CITED_FACTOR) + tie;
      found.push(document);
    }
    const relevant = cutTail(found, scores, plan, reasons);
    const facets = countFacets(relevant, asked, this.head);
    const passing = relevant.filter((document) => passesFilters(document, asked, this.head));
    const ordered = orderBy(request.sort ?? 'phu-hop', passing, scores, this.head);
    const hits = foldDuplicates(ordered, scores, reasons, this.head);
    this.remember(request.query, { plan, wanted: { ...weights, numbers: numbers.flatMap(({ answer, number }) => (answer.documents.length > 0 ? this.identitiesOf(answer) : [number.text])), dates: plan.dates, phrases: plan.phrases.map((phrase) => phrase.words.map((word) => word.term)) } });
    return {
      query: request.query,
      readings,
      numbers: numbers.map(({ answer }) => answer),
      hits,
      total: passing.length,
      facets,
      suggestions: repaired.suggestions,
      incomplete: this.store.missing > 0,
    };
  }

  async describe(documents: readonly number[], query: string, withExcerpt: boolean): Promise<Described[]> {
    const question = this.questions.get(query);
    return Promise.all(documents.map(async (document) => {
      const fragment = withExcerpt ? await this.fragmentOf(document) : null;
      const { url, title, number, date } = fragment ?? (await this.row(document)) ?? NO_ROW;
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
        excerpt: fragment && question ? findExcerpt(fragment, question.wanted) : null,
      };
    }));
  }

  async warm(limitBytes: number): Promise<boolean> {
    if (this.head.bytes > limitBytes) return false;
    const names = [
      ...Array.from({ length: this.head.shards }, (_, index) => `s${index}`),
      ...this.head.heavy.map((_, index) => `h${index}`),
      ...Array.from({ length: this.head.numberShards }, (_, index) => `n${index}`),
      ...Array.from({ length: Math.ceil(this.head.total / BLOCK_SIZE) }, (_, index) => `d${index}`),
      'lexicon',
    ];
    await this.store.warm(names.filter((name) => /^[sh]/u.test(name)));
    await Promise.all(names.filter((name) => /^[nd]/u.test(name)).map(async (name) => this.json(name)));
    await this.lexicon();
    for (let document = 0; document < this.head.total; document++) await this.fragmentOf(document);
    return true;
  }

  /* Numbers */

  private async lookUpNumbers(plan: Plan): Promise<{ number: NumberQuery; answer: NumberAnswer }[]> {
    return Promise.all(plan.numbers.map(async (number) => {
      const unfinished = /[\p{L}\p{N}]$/u.test(plan.query) && plan.query.endsWith(number.text);
      const rows = await this.numberRows(number.serial === null ? `s:${number.symbols.join('-')}` : `n:${number.serial}`);
      const matches = matchNumbers(number, rows, unfinished).filter((match) => match.score >= CERTAIN - 1);
      const documents = [...new Set(matches.map((match) => match.row.document))];
      const nearest = documents.length > 0 ? [] : await this.nearestNumbers(number, rows);
      return { number, answer: { text: number.text, documents, nearest } };
    }));
  }

  private async numberRows(key: string): Promise<NumberedDocument[]> {
    const shard = await this.json<NumberShard>(`n${numberShardOf(key, this.head.numberShards)}`);
    const { columns, types } = this.head;
    const rows = shard?.[key] ?? [];
    for (const [document, number] of rows) this.numbersOf.set(document, [...new Set([...(this.numbersOf.get(document) ?? []), number])]);
    return rows.map(([document, number]) => ({
      document,
      number,
      typeCode: types[(columns.types[document] ?? 0) - 1]?.[0] ?? '',
      year: yearOfDay(columns.dates[document] ?? 0),
      held: columns.held[document] === 1,
      citedBy: columns.citedBy[document] ?? 0,
    }));
  }

  /** Same serial with another symbol, then the same symbol with the closest serials. */
  private async nearestNumbers(number: NumberQuery, sameSerial: readonly NumberedDocument[]): Promise<[number, string][]> {
    const sameSymbol = number.symbols.length > 0 ? await this.numberRows(`s:${number.symbols.join('-')}`) : [];
    const serial = Number.parseInt(number.serial ?? '0', 10);
    const distance = (row: NumberedDocument): number => Math.abs(Number.parseInt(numberParts(row.number).serial ?? '0', 10) - serial);
    const rows = [...sameSerial, ...sameSymbol.toSorted((a, b) => distance(a) - distance(b))];
    if (rows.length < 3 && number.serial !== null) {
      const slips = await Promise.all(slipsOf(number.serial).map(async (slip) => this.numberRows(`n:${slip}`)));
      rows.push(...slips.flat().filter((row) => number.symbols.length === 0 || numberParts(row.number).symbols.some((symbol) => number.symbols.includes(symbol))));
    }
    return [...new Map(rows.map((row) => [row.document, row.number] as [number, string]))].slice(0, 5);
  }

  private async addNumberScores(numbers: readonly { number: NumberQuery; answer: NumberAnswer }[], scores: Float32Array, reasons: Map<number, Hit['reason']>): Promise<void> {
    for (const { answer } of numbers) {
      // Words beside the number ("310 ban tuyên giáo") decide between documents that bear it.
      const beside = answer.documents.map((document) => Math.min(40, scores[document] ?? 0) * 5);
      const entries = await this.store.get(this.identitiesOf(answer));
      for (const variants of entries.values()) {
        const { documents, frequencies } = unitePostings(variants);
        documents.forEach((document, index) => {
          scores[document] = (scores[document] ?? 0) + CITES_SCORE + Math.min(5, frequencies[index] ?? 0);
          reasons.set(document, 'cites');
        });
      }
      answer.documents.forEach((document, index) => {
        scores[document] = NUMBER_SCORE + (beside[index] ?? 0) + Math.max(0, 50 - index);
        reasons.set(document, 'number');
      });
    }
  }

  /** Inside a sentence ("tuyên truyền Nghị quyết số 57-NQ/TW trong đoàn viên") a number is one more word, if a weighty one. */
  private async addNumberHints(numbers: readonly { number: NumberQuery; answer: NumberAnswer }[], scores: Float32Array): Promise<void> {
    const top = scores.reduce((most, score) => Math.max(most, score), 0);
    for (const { answer } of numbers) for (const document of answer.documents) scores[document] = (scores[document] ?? 0) + top * 0.25;
  }

  private identitiesOf(answer: NumberAnswer): string[] {
    return [...new Set(answer.documents.flatMap((document) => this.numbersOf.get(document) ?? []))].map(numberKey);
  }

  private knownLexicon: Lexicon | null = null;
  private readonly numbersOf = new Map<number, string[]>();

  private printNumber(number: NumberQuery, answer: NumberAnswer): string {
    if (answer.documents.length === 0) return searchStrings.readings.number(number.text);
    const printed = [...new Set(answer.documents.flatMap((document) => this.numbersOf.get(document) ?? []))];
    return searchStrings.readings.number(printed.slice(0, 3).join(', '));
  }

  /* Dates, phrases, words to leave out */

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

  /** Documents that hold every quoted phrase, or `null` when none is quoted. */
  private async phraseFilter(plan: Plan, readings: Reading[], scores: Float32Array, scoreThem: boolean): Promise<Set<number> | null> {
    let allowed: Set<number> | null = null;
    for (const phrase of plan.phrases) {
      let documents = await this.documentsWith(phrase, false);
      if (documents.size === 0) {
        documents = await this.documentsWith(phrase, true);
        if (documents.size > 0) readings.push({ kind: 'cum', text: searchStrings.readings.phraseLoose(phrase.text) });
      }
      allowed = intersect(allowed, documents);
      const terms = termsOfRun(phrase.words);
      const own = await scoreGroups([{ alternatives: [{ terms, weight: 1 }] }], this.store, this.corpus, this.norms, this.head.columns.titleLengths);
      for (const document of documents) scores[document] = (scores[document] ?? 0) + (own[document] ?? 0) + (scoreThem ? 0.1 : 0);
    }
    return allowed;
  }

  /** By pairs of neighbours; three words and more are then read in the text of the (few) candidates. */
  private async documentsWith(phrase: PlanPhrase, anyAccents: boolean): Promise<Set<number>> {
    const words = anyAccents ? phrase.words.map((word) => ({ ...word, match: 'loose' as const })) : phrase.words;
    const terms = termsOfRun(words).filter((term) => words.length === 1 || term.key.includes(' '));
    const entries = await this.store.get(terms.map((term) => foldKey(term.key)));
    let documents: Set<number> | null = null;
    for (const term of terms) {
      const variants = entries.get(foldKey(term.key)) ?? [];
      const lists = term.match === 'loose' ? variants : variants.filter((variant) => variant.hash === variantHash(term.key));
      const here = new Set<number>(unitePostings(lists).documents);
      documents = intersect(documents, here);
    }
    if (!documents || words.length < 3) return documents ?? new Set();
    const checked = await Promise.all([...documents].slice(0, MAX_READ_FOR_PHRASE).map(async (document) => ((await this.holdsPhrase(document, words)) ? document : -1)));
    return new Set(checked.filter((document) => document >= 0));
  }

  private async holdsPhrase(document: number, words: readonly PlanWord[]): Promise<boolean> {
    const fragment = await this.fragmentOf(document);
    if (!fragment) return true;
    const forms = syllablesOf(`${fragment.text} ${fragment.corrected}`).map(termOf);
    const wanted = words.map((word) => (word.match === 'loose' ? foldTerm(word.term) : word.term));
    return forms.some((_, index) => wanted.every((term, offset) => {
      const form = forms[index + offset];
      return form !== undefined && (words[offset]?.match === 'loose' ? foldTerm(form) : form) === term;
    }));
  }

  private async removeExcluded(excluded: readonly PlanPhrase[], scores: Float32Array): Promise<void> {
    for (const phrase of excluded) for (const document of await this.documentsWith(phrase, false)) scores[document] = 0;
  }

  /* Unfinished and misspelt words */

  private async repair(plan: Plan, undone: ReadonlySet<ReadingKind>): Promise<{ groups: readonly TermGroup[]; readings: Reading[]; suggestions: Suggestion[] }> {
    const nothing = { groups: plan.groups, readings: [], suggestions: [] };
    if (plan.words.length === 0 || plan.words.length > LONG_QUESTION || undone.has('chinh-ta')) return nothing;
    const lexicon = await this.lexicon();
    if (!lexicon) return nothing;
    const groups: TermGroup[] = [...plan.groups];
    const readings: Reading[] = [];
    const suggested = plan.words.map((word) => word.form);
    let corrected = false;
    for (const [index, word] of plan.words.entries()) {
      if (/\d/u.test(word.form) || plan.said.has(index)) continue;
      const known = isKnown(lexicon, word.form);
      const completions = !known && plan.unfinished && index === plan.words.length - 1 ? await this.completionsFor(plan, lexicon) : [];
      if (completions.length > 0) {
        groups.push(groupOfCandidates(completions, plan.words, index));
        continue;
      }
      const candidates = await this.candidatesFor(plan, index, known, lexicon);
      const best = candidates[0];
      if (best === undefined) continue;
      suggested[index] = this.bestForm(lexicon, best, word);
      corrected = true;
      if (known) continue;
      groups.push(groupOfCandidates(candidates, plan.words, index));
      readings.push({ kind: 'chinh-ta', text: searchStrings.readings.replaced(word.form, suggested[index] ?? best) });
    }
    const wrongTone = await this.correctAccents(plan, lexicon, suggested);
    return { groups, readings, suggestions: corrected || wrongTone ? [{ query: suggested.join(' ') }] : [] };
  }

  /** How the last word may go on: what stands behind the word before it, else the most frequent. */
  private async completionsFor(plan: Plan, lexicon: Lexicon): Promise<string[]> {
    const last = plan.words.at(-1);
    const before = plan.words.at(-2);
    if (!last) return [];
    // A small index is in a few files, so looking up many pairs costs nothing; a large one pays for each.
    const all = completionsOf(lexicon, foldTerm(last.term), this.head.shards < 60 ? 80 : 12);
    if (!before) return all.slice(0, 6);
    const pairs = all.map((form) => `${foldTerm(before.term)} ${form}`);
    const entries = await this.store.get(pairs);
    const countOf = (pair: string): number => (entries.get(pair) ?? []).reduce((sum, variant) => sum + variant.documents.length, 0);
    const standing = all.map((form, index) => [form, countOf(pairs[index] ?? '')] as const).filter(([, count]) => count > 0);
    return standing.length > 0 ? standing.toSorted((a, b) => b[1] - a[1]).slice(0, 6).map(([form]) => form) : all.slice(0, 6);
  }

  /**
   * What a word may have meant. Letters that are no syllable take the nearest known one; a proper syllable (also one that the
   * corpus simply lacks, or that never stands beside its neighbour here) only one that does stand beside its neighbour.
   */
  private async candidatesFor(plan: Plan, index: number, known: boolean, lexicon: Lexicon): Promise<string[]> {
    const word = plan.words[index];
    if (!word || ((known || isBareSyllable(word.form)) && plan.words.length > 5)) return [];
    const folded = foldTerm(word.term);
    const neighbours = [plan.words[index - 1], plan.words[index + 1]].map((neighbour) => (neighbour && isKnown(lexicon, neighbour.form) ? foldTerm(neighbour.term) : null));
    const pairsOf = (form: string): string[] => [...(neighbours[0] ? [`${neighbours[0]} ${form}`] : []), ...(neighbours[1] ? [`${form} ${neighbours[1]}`] : [])];
    const standing = async (form: string): Promise<number> => {
      const entries = await this.store.get(pairsOf(form));
      return pairsOf(form).filter((pair) => (entries.get(pair) ?? []).length > 0).length;
    };
    if (known && (pairsOf(folded).length === 0 || (await standing(folded)) > 0)) return [];
    const near = correctionsOf(lexicon, folded, known ? 8 : 12);
    const proven = await Promise.all(near.map(async (candidate) => [candidate, pairsOf(candidate).length > 0 ? await standing(candidate) : 0] as const));
    const beside = proven.filter(([, count]) => count > 0).toSorted((a, b) => b[1] - a[1]).map(([candidate]) => candidate);
    if (beside.length > 0) return beside.slice(0, 3);
    return isBareSyllable(word.form) ? [] : near.slice(0, 3);
  }

  /** "chuyễn đổi số": the letters are known but not with these marks; the form that stands with its neighbours is offered. */
  private async correctAccents(plan: Plan, lexicon: Lexicon, suggested: string[]): Promise<boolean> {
    let changed = false;
    for (const [index, word] of plan.words.entries()) {
      const forms = lexicon.byFolded.get(foldTerm(word.term)) ?? [];
      if (word.match !== 'exact' || forms.length === 0 || forms.some(([form]) => termOf(form) === word.term)) continue;
      const neighbours = [[plan.words[index - 1], 'before'], [plan.words[index + 1], 'after']] as const;
      let best = forms[0]?.[0] ?? word.form;
      for (const [neighbour, side] of neighbours) {
        if (!neighbour) continue;
        const keyOf = (form: string): string => (side === 'before' ? `${neighbour.term} ${termOf(form)}` : `${termOf(form)} ${neighbour.term}`);
        const variants = (await this.store.get([foldKey(keyOf(best))])).get(foldKey(keyOf(best))) ?? [];
        const standing = forms.find(([form]) => variants.some((variant) => variant.hash === variantHash(keyOf(form))));
        if (standing) best = standing[0];
      }
      suggested[index] = best;
      changed = true;
    }
    return changed;
  }

  private bestForm(lexicon: Lexicon, folded: string, word: PlanWord): string {
    return word.match === 'loose' ? folded : (lexicon.byFolded.get(folded)?.[0]?.[0] ?? folded);
  }

  /* What the excerpt marks */

  private async weigh(plan: Plan, groups: readonly TermGroup[]): Promise<{ terms: Map<string, number>; looseTerms: Map<string, number> }> {
    const terms = new Map<string, number>();
    const looseTerms = new Map<string, number>();
    const all: QueryTerm[] = [...groups.flatMap((group) => group.alternatives.flatMap((alternative) => alternative.terms)), ...plan.phrases.flatMap((phrase) => termsOfRun(phrase.words))];
    const known = await this.store.known(all.map((term) => foldKey(term.key)));
    for (const term of all) {
      const variants = known.get(foldKey(term.key));
      const heavy = this.store.heavyDocuments(foldKey(term.key));
      const documents = variants ? Math.max(0, ...postingsOf(term, variants).map((part) => part.postings.documents.length)) : heavy;
      if (documents === 0) continue;
      const weight = inverseDocumentFrequency(documents, this.head.total) + 0.05;
      const exactlyTyped = variants?.some((variant) => variant.hash === variantHash(term.key)) ?? true;
      if (term.match === 'loose' || !exactlyTyped) looseTerms.set(foldKey(term.key), weight);
      else terms.set(term.key, weight);
    }
    return { terms, looseTerms };
  }

  private remember(query: string, question: Question): void {
    this.questions.set(query, question);
    if (this.questions.size > 40) this.questions.delete(this.questions.keys().next().value ?? '');
  }

  /* Files */

  private async row(document: number): Promise<Row | null> {
    const block = await this.json<DocumentRow[]>(`d${Math.floor(document / BLOCK_SIZE)}`);
    const row = block?.[document % BLOCK_SIZE];
    return row ? { url: row[0], title: row[1], number: row[2], fragment: row[3], date: row[4] } : null;
  }

  /** The text of a document, through the name in the head or, when that has none, through its row. */
  private async fragmentOf(document: number): Promise<Fragment | null> {
    const name = toFragmentName(this.head.columns.fragments[document] ?? 0) ?? (await this.row(document))?.fragment;
    if (!name) return null;
    return this.once(`fragment/${name}`, async () => {
      const bytes = await this.load(fragmentPath(name));
      return bytes ? readFragment(await inflate(bytes)) : null;
    });
  }

  private async json<T>(name: string): Promise<T | null> {
    return this.once(name, async () => {
      const bytes = await this.load(`${INDEX}/${this.head.version}/${name}.bin`);
      if (!bytes) this.store.missing++;
      return bytes ? inflateJson<T>(bytes) : null;
    });
  }

  private async lexicon(): Promise<Lexicon | null> {
    const lexicon = await this.once('lexicon', async () => {
      const bytes = await this.load(`${INDEX}/${this.head.version}/lexicon.bin`);
      return bytes ? readLexicon(new TextDecoder().decode(await inflate(bytes))) : null;
    });
    this.knownLexicon = lexicon;
    return lexicon;
  }

  /** Keeps what could be had; what could not is asked for again next time. */
  private async once<T>(name: string, make: () => Promise<T | null>): Promise<T | null> {
    const known = this.cache.get(name) as Promise<T | null> | undefined;
    if (known) return known;
    const made = make().catch(() => null);
    this.cache.set(name, made);
    if ((await made) === null) this.cache.delete(name);
    return made;
  }
}

/** Serials that a slip of the finger or eye turns into the typed one. */
function slipsOf(serial: string): string[] {
  const slips = new Set<string>();
  const value = Number.parseInt(serial, 10);
  for (const step of [1, -1, 2, -2]) if (value + step > 0) slips.add(String(value + step));
  for (let at = 0; at + 1 < serial.length; at++) slips.add(serial.slice(0, at) + serial.charAt(at + 1) + serial.charAt(at) + serial.slice(at + 2));
  if (serial.length > 1) for (let at = 0; at < serial.length; at++) slips.add(serial.slice(0, at) + serial.slice(at + 1));
  slips.delete(serial);
  return [...slips].filter((slip) => /^[1-9]\d*$/u.test(slip)).slice(0, 10);
}

/** Candidates of a phrase of three words and more whose text is read. */
const MAX_READ_FOR_PHRASE = 80;

function groupOfPhrase(phrase: PlanPhrase): TermGroup {
  return { alternatives: [{ terms: termsOfRun(phrase.words), weight: 1 }] };
}

function intersect(a: ReadonlySet<number> | null, b: Set<number>): Set<number> {
  return a ? new Set([...b].filter((document) => a.has(document))) : b;
}

function hasFilters(plan: Plan): boolean {
  const { types, years, issuers, held } = plan.filters;
  return types.length + years.length + issuers.length > 0 || held !== null;
}

/** The letters of a number are looked for as words when nobody bears it, or when it stands inside a sentence. */
function numberTextGroups(numbers: readonly { number: NumberQuery; answer: NumberAnswer }[], all: boolean): TermGroup[] {
  return numbers.filter(({ answer }) => all || answer.documents.length === 0).map(({ number }) => ({
    alternatives: [{ terms: [...termsOfRun(syllablesOf(number.text).map((form) => ({ term: termOf(form), match: 'loose' as const }))), { key: numberKey(number.text), match: 'loose', weight: 3 }], weight: 1 }],
  }));
}

function groupOfCandidates(candidates: readonly string[], words: readonly PlanWord[], index: number): TermGroup {
  const previous = words[index - 1];
  const next = words[index + 1];
  return {
    alternatives: candidates.map((candidate, rank) => {
      const run = [...(previous ? [{ term: foldTerm(previous.term), match: 'loose' as const }] : []), { term: candidate, match: 'loose' as const }, ...(next ? [{ term: foldTerm(next.term), match: 'loose' as const }] : [])];
      // The neighbours themselves are scored with the rest of the query.
      const terms = termsOfRun(run).filter((term) => term.key === candidate || term.key.includes(' '));
      return { terms, weight: rank === 0 ? 0.9 : 0.8 };
    }),
  };
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
    const alike: number[] = [];
    if (group > 0) leaders.set(group, alike);
    hits.push({ document, score: scores[document] ?? 0, reason, alike });
  }
  return hits;
}
