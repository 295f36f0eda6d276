/** Unfinished and misspelt words: what else to look for, and what to offer as "Ý bạn là". */
import type { Suggestion } from './answer.ts';
import type { Lexicon } from './index/lexicon.ts';
import { variantHash } from './index/term-index.ts';
import type { TermStore } from './index/term-store.ts';
import type { Plan, PlanWord, Reading, ReadingKind } from './query/plan.ts';
import { completionsOf, correctionsOf, cutRun, isKnown } from './query/spelling.ts';
import { isBareSyllable } from './query/telex.ts';
import { termsOfRun, type TermGroup } from './query/terms.ts';
import { searchStrings } from './strings.ts';
import { foldKey, foldTerm, printTerm, termOf } from './text/syllables.ts';

export interface Repaired {
  /** The groups of the plan and what was added. */
  readonly groups: readonly TermGroup[];
  readonly readings: readonly Reading[];
  readonly suggestions: readonly Suggestion[];
}

/** A question of more words needs no help with spelling: the others find the place. */
const LONG_QUESTION = 12;
/** From so many words on a proper syllable is taken as meant. */
const SEVERAL_WORDS = 5;
/** Endings of an unfinished word that are looked for at once. */
const ENDINGS = 6;
/** Words that were typed as one stand side by side. */
const RUN_PAIR_WEIGHT = 2.5;
/** Candidates for which a file of its own may be loaded; what stands in files at hand costs nothing. */
const LOADED_CANDIDATES = 4;

export class Repairer {
  private readonly lexicon: Lexicon;
  private readonly store: TermStore;

  constructor(lexicon: Lexicon, store: TermStore) {
    this.lexicon = lexicon;
    this.store = store;
  }

  /** @param undone readings that the reader has undone */
  async repair(plan: Plan, undone: ReadonlySet<ReadingKind>): Promise<Repaired> {
    if (plan.words.length === 0 || plan.words.length > LONG_QUESTION || undone.has('chinh-ta')) return { groups: plan.groups, readings: [], suggestions: [] };
    const groups: TermGroup[] = [...plan.groups];
    const readings: Reading[] = [];
    const suggested = plan.words.map((word) => word.form);
    let corrected = false;
    for (const [index, word] of plan.words.entries()) {
      if (/\d/u.test(word.form) || plan.said.has(index)) continue;
      const known = isKnown(this.lexicon, word.form);
      const completions = !known && plan.unfinished && index === plan.words.length - 1 ? await this.completionsFor(plan) : [];
      if (completions.length > 0) {
        groups.push(groupOfCandidates(completions, plan.words, index));
        continue;
      }
      const run = known || isBareSyllable(word.form) ? [] : await this.cutApart(word);
      if (run.length > 0) {
        groups.push({ alternatives: [{ terms: termsOfRun(run.map((term) => ({ term, match: 'loose' as const })), RUN_PAIR_WEIGHT), weight: 1 }] });
        suggested[index] = run.map(printTerm).join(' ');
        corrected = true;
        readings.push({ kind: 'chinh-ta', text: searchStrings.readings.replaced(word.form, suggested[index]) });
        continue;
      }
      const candidates = await this.candidatesFor(plan, index, known);
      const best = candidates[0];
      if (best === undefined) continue;
      suggested[index] = this.bestForm(best, word);
      corrected = true;
      if (known) continue;
      groups.push(groupOfCandidates(candidates, plan.words, index));
      readings.push({ kind: 'chinh-ta', text: searchStrings.readings.replaced(word.form, suggested[index] ?? best) });
    }
    const wrongTone = await this.correctAccents(plan, suggested);
    return { groups, readings, suggestions: corrected || wrongTone ? [{ query: suggested.join(' ') }] : [] };
  }

  /** The words that were typed as one; none unless they stand side by side in the corpus: "ngyuen" is not "ngy u en". */
  private async cutApart(word: PlanWord): Promise<string[]> {
    const parts = cutRun(this.lexicon, foldTerm(word.form));
    const pairs = parts.slice(1).map((part, index) => `${parts[index]} ${part}`);
    const entries = await this.store.get(pairs);
    return pairs.every((pair) => (entries.get(pair) ?? []).length > 0) ? parts : [];
  }

  /** How the last word may go on: what stands behind the word before it, else the most frequent. */
  private async completionsFor(plan: Plan): Promise<string[]> {
    const last = plan.words.at(-1);
    const before = plan.words.at(-2);
    if (!last) return [];
    const all = completionsOf(this.lexicon, foldTerm(last.term), 80);
    if (!before) return all.slice(0, ENDINGS);
    const pairs = all.map((form) => `${foldTerm(before.term)} ${form}`);
    const counts = await this.countPairs(pairs);
    const standing = all.map((form, index) => [form, counts[index] ?? 0] as const).filter(([, count]) => count > 0);
    return standing.length > 0 ? standing.toSorted((a, b) => b[1] - a[1]).slice(0, ENDINGS).map(([form]) => form) : all.slice(0, ENDINGS);
  }

  /** Documents of each pair; only the first few of those whose file is not at hand are looked up. */
  private async countPairs(pairs: readonly string[]): Promise<number[]> {
    const loadable = new Set(pairs.filter((pair) => !this.store.isAtHand(pair)).slice(0, LOADED_CANDIDATES));
    const asked = pairs.filter((pair) => loadable.has(pair) || this.store.isAtHand(pair));
    const entries = await this.store.get(asked);
    return pairs.map((pair) => (entries.get(pair) ?? []).reduce((sum, variant) => sum + variant.documents.length, 0));
  }

  /**
   * What a word may have meant. Letters that are no syllable take the nearest known one; a proper syllable (also one that the
   * corpus simply lacks, or that never stands beside its neighbour here) only one that does stand beside its neighbour.
   */
  private async candidatesFor(plan: Plan, index: number, known: boolean): Promise<string[]> {
    const word = plan.words[index];
    if (!word || ((known || isBareSyllable(word.form)) && plan.words.length > SEVERAL_WORDS)) return [];
    const folded = foldTerm(word.term);
    const [left, right] = [plan.words[index - 1], plan.words[index + 1]].map((neighbour) => (neighbour && isKnown(this.lexicon, neighbour.form) ? foldTerm(neighbour.term) : null));
    const pairsOf = (form: string): string[] => [...(left ? [`${left} ${form}`] : []), ...(right ? [`${form} ${right}`] : [])];
    const own = pairsOf(folded);
    if (known && (own.length === 0 || [...(await this.store.get(own)).values()].some((variants) => variants.length > 0))) return [];
    // Consonants alone are an abbreviation; who types a proper syllable seldom means another first letter.
    if (!/[aeiouy]/u.test(folded)) return [];
    const near = correctionsOf(this.lexicon, folded, known ? 8 : 12).filter((candidate) => !isBareSyllable(word.form) || candidate[0] === folded[0]);
    if (own.length === 0) return isBareSyllable(word.form) ? [] : near.slice(0, 3);
    const counts = await this.countPairs(near.flatMap(pairsOf));
    const proven = near.map((candidate, at) => {
      const around = counts.slice(at * own.length, (at + 1) * own.length);
      return [candidate, around.filter((count) => count > 0).length, around.reduce((sum, count) => sum + count, 0) / (1 + at / 4)] as const;
    });
    // Between two words that it stands beside nowhere, a word that is known must be put right for both.
    const beside = proven.filter(([, count]) => count >= (known ? own.length : 1)).toSorted((a, b) => b[1] - a[1] || b[2] - a[2]).map(([candidate]) => candidate);
    if (beside.length > 0) return beside.slice(0, 3);
    return isBareSyllable(word.form) ? [] : near.slice(0, 3);
  }

  /** "chuyễn đổi số": the letters are known but not with these marks; the form that stands with its neighbours is offered. */
  private async correctAccents(plan: Plan, suggested: string[]): Promise<boolean> {
    let changed = false;
    for (const [index, word] of plan.words.entries()) {
      const forms = this.lexicon.get(foldTerm(word.term))?.forms ?? [];
      if (word.match !== 'exact' || forms.length === 0 || forms.some(([form]) => termOf(form) === word.term)) continue;
      const neighbours = [[plan.words[index - 1], 'before'], [plan.words[index + 1], 'after']] as const;
      let best = plan.words.length === 1 ? (forms[0]?.[0] ?? word.form) : null;
      for (const [neighbour, side] of neighbours) {
        if (!neighbour) continue;
        const keyOf = (form: string): string => (side === 'before' ? `${neighbour.term} ${termOf(form)}` : `${termOf(form)} ${neighbour.term}`);
        const key = foldKey(keyOf(word.term));
        const variants = (await this.store.get([key])).get(key) ?? [];
        const standing = forms.find(([form]) => variants.some((variant) => variant.hash === variantHash(keyOf(form))));
        if (standing) best = standing[0];
      }
      if (best === null) continue;
      suggested[index] = printTerm(best);
      changed = true;
    }
    return changed;
  }

  private bestForm(folded: string, word: PlanWord): string {
    return printTerm(word.match === 'loose' ? folded : (this.lexicon.get(folded)?.forms[0]?.[0] ?? folded));
  }
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
