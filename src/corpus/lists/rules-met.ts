/** What the checks found over the whole corpus, by rule. */
import type { Message } from '../../domain/record.ts';
import type { Corpus, CorpusDocument } from '../graph/graph.ts';
import { listNewest } from './lists.ts';

export interface RuleMet {
  readonly ruleId: string;
  /** Newest document first. */
  readonly places: readonly { readonly document: CorpusDocument; readonly message: Message }[];
}

/** Rules that reported something, in order of their id. */
export function collectRulesMet(corpus: Corpus): RuleMet[] {
  const rules = new Map<string, { document: CorpusDocument; message: Message }[]>();
  for (const document of listNewest(corpus)) {
    for (const message of document.held?.messages ?? []) {
      const places = rules.get(message.ruleId) ?? [];
      places.push({ document, message });
      rules.set(message.ruleId, places);
    }
  }
  return [...rules].sort(([a], [b]) => (a < b ? -1 : 1)).map(([ruleId, places]) => ({ ruleId, places }));
}
