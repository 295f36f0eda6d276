/** Which documents hold a quoted phrase. */
import type { SiteFiles } from './index/site-files.ts';
import { variantHash } from './index/term-index.ts';
import type { TermStore } from './index/term-store.ts';
import type { PlanPhrase, PlanWord } from './query/plan.ts';
import { termsOfRun, type TermGroup } from './query/terms.ts';
import { unitePostings } from './rank/score.ts';
import { foldKey, foldTerm, syllablesOf, termOf } from './text/syllables.ts';

/** Candidates of a phrase of three words and more whose text is read; beyond them its pairs of neighbours have to do. */
const MOST_READ = 80;

export class PhraseLookup {
  private readonly store: TermStore;
  private readonly files: SiteFiles;

  constructor(store: TermStore, files: SiteFiles) {
    this.store = store;
    this.files = files;
  }

  /**
   * By pairs of neighbours; three words and more are then read in the text of the best candidates.
   * @param scores of all documents: best candidates first
   */
  async documentsWith(phrase: PlanPhrase, anyAccents: boolean, scores: Float32Array): Promise<Set<number>> {
    const words = anyAccents ? phrase.words.map((word) => ({ ...word, match: 'loose' as const })) : phrase.words;
    const terms = termsOfRun(words).filter((term) => words.length === 1 || term.key.includes(' '));
    const entries = await this.store.get(terms.map((term) => foldKey(term.key)));
    let documents: Set<number> | null = null;
    for (const term of terms) {
      const variants = entries.get(foldKey(term.key)) ?? [];
      const lists = term.match === 'loose' ? variants : variants.filter((variant) => variant.hash === variantHash(term.key));
      documents = intersect(documents, new Set<number>(unitePostings(lists).documents));
    }
    if (!documents || words.length < 3) return documents ?? new Set();
    const candidates = [...documents].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
    const held = await Promise.all(candidates.slice(0, MOST_READ).map(async (document) => this.holds(document, words)));
    return new Set(candidates.filter((_, index) => held[index] ?? true));
  }

  private async holds(document: number, words: readonly PlanWord[]): Promise<boolean> {
    const fragment = await this.files.fragment(document);
    if (!fragment) return true;
    const forms = syllablesOf(`${fragment.text} ${fragment.corrected}`).map(termOf);
    const wanted = words.map((word) => (word.match === 'loose' ? foldTerm(word.term) : word.term));
    return forms.some((_, index) => wanted.every((term, offset) => {
      const form = forms[index + offset];
      return form !== undefined && (words[offset]?.match === 'loose' ? foldTerm(form) : form) === term;
    }));
  }
}

/** A phrase scored like any run of words. */
export function groupOfPhrase(phrase: PlanPhrase): TermGroup {
  return { alternatives: [{ terms: termsOfRun(phrase.words), weight: 1 }] };
}

/** What both hold; all of the second when there is no first. */
export function intersect(a: ReadonlySet<number> | null, b: Set<number>): Set<number> {
  return a ? new Set([...b].filter((document) => a.has(document))) : b;
}
