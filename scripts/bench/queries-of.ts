/** Queries made of the documents of a corpus. */
import type { DocumentRecord } from '../../src/domain/record.ts';
import { stripAccents } from '../search-bench/corpus.ts';

/** What people ask, made of documents spread over the corpus: words of a subject with and without accents, a sentence, a number. */
export function queriesOf(records: readonly DocumentRecord[], count: number): string[] {
  const step = Math.max(1, Math.floor(records.length / count));
  return records.filter((_, index) => index % step === 0).slice(0, count).map((record, index) => {
    const words = (record.subject ?? record.directives[0]?.text ?? record.number ?? '').replace(/[^\p{L}\p{M}\p{N}\s]/gu, ' ').split(/\s+/u).filter(Boolean);
    const kinds = [words.slice(4, 8).join(' '), stripAccents(words.slice(4, 9).join(' ')), words.slice(0, 14).join(' '), record.number ?? ''];
    return kinds[index % kinds.length] || words.join(' ');
  });
}
