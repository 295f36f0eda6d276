/** Reads a retrieval set (`articles.jsonl.gz`, `queries.jsonl`) and, as distractors, passages of long legal texts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface BenchDocument {
  readonly id: string;
  readonly text: string;
}

export interface BenchQuery {
  readonly text: string;
  /** Ids of the documents that answer it. */
  readonly relevant: readonly string[];
}

export interface BenchSet {
  readonly documents: readonly BenchDocument[];
  readonly queries: readonly BenchQuery[];
}

/** Characters of a passage cut from a long text. */
const PASSAGE = 1900;
/** Passages taken from one long text, so that many texts are represented. */
const PASSAGES_A_TEXT = 40;

/**
 * @param folder      holds `articles.jsonl.gz` ({id, text}) and `queries.jsonl` ({text, relevant})
 * @param distractors gzipped JSON lines ({id, text}), or `null`
 * @param passages    how many passages of them to add
 */
export function readBenchSet(folder: string, distractors: string | null, passages: number): BenchSet {
  const documents = readLines<BenchDocument>(gunzipSync(readFileSync(join(folder, 'articles.jsonl.gz'))).toString('utf8')).map(({ id, text }) => ({ id, text }));
  const queries = readLines<BenchQuery>(readFileSync(join(folder, 'queries.jsonl'), 'utf8')).map(({ text, relevant }) => ({ text: text.replace(/\s+/gu, ' ').trim(), relevant }));
  if (distractors) documents.push(...cutPassages(readLines<BenchDocument>(gunzipSync(readFileSync(distractors)).toString('utf8')), passages));
  return { documents, queries };
}

function readLines<T>(text: string): T[] {
  return text.split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as T);
}

function cutPassages(texts: readonly BenchDocument[], amount: number): BenchDocument[] {
  const passages: BenchDocument[] = [];
  for (const { id, text } of texts) {
    let current = '';
    let count = 0;
    // The first lines are furniture of the page the text was taken from.
    for (const line of text.split('\n').slice(12)) {
      current += `${line}\n`;
      if (current.length < PASSAGE) continue;
      passages.push({ id: `${id}#${count++}`, text: current });
      current = '';
      if (count >= PASSAGES_A_TEXT) break;
    }
    if (passages.length >= amount) return passages.slice(0, amount);
  }
  return passages;
}

/** The query as a person without accents types it. */
export function stripAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}
