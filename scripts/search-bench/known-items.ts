/** Known items: every document asked for by its number in twelve spellings, by its subject and by a sentence of its own. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine, type Engine } from '../../src/search/engine.ts';
import { numberParts } from '../../src/search/query/number-match.ts';
import { indexSite } from '../index-search.ts';
import { stripAccents } from './corpus.ts';
import { generateDocuments, generatedPage } from './generated-corpus.ts';

export interface KnownItemOptions {
  readonly siteDir: string;
  readonly workDir: string;
  /** Documents of a generated corpus to ask for too; 0 for none. */
  readonly generated: number;
  readonly print: (line: string) => void;
}

/** Prints the share of questions whose document stands first, and in the first ten. */
export async function reportKnownItems(options: KnownItemOptions): Promise<void> {
  await reportSite('kho hiện có', options.siteDir, options.print);
  if (options.generated === 0) return;
  const site = join(options.workDir, 'generated');
  rmSync(site, { recursive: true, force: true });
  for (const document of generateDocuments(options.generated)) {
    const target = join(site, 'van-ban', document.key);
    mkdirSync(target, { recursive: true });
    writeFileSync(join(target, 'index.html'), generatedPage(document));
  }
  await indexSite({ siteDir: site });
  await reportSite(`kho sinh ra, ${options.generated} văn bản`, site, options.print);
}

async function reportSite(name: string, siteDir: string, print: (line: string) => void): Promise<void> {
  const load = async (path: string): Promise<Uint8Array | null> => (existsSync(join(siteDir, path)) ? readFileSync(join(siteDir, path)) : null);
  const engine = await createEngine({ load });
  const documents = await engine.describe(Array.from({ length: engine.head.total }, (_, index) => index), '', false);
  const numbered = documents.filter((document) => document.number !== null && numberParts(document.number).serial !== null);
  print(`\n${name}: ${documents.length} văn bản, ${numbered.length} có số`);
  const kinds: { label: string; make: (document: (typeof documents)[number]) => string | null }[] = [
    ...SPELLINGS.map(([label, spell]) => ({ label: `số: ${label}`, make: (document: (typeof documents)[number]) => (document.number && numberParts(document.number).serial !== null ? spell(document.number, document.type ?? '') : null) })),
    { label: 'trích yếu', make: (document) => subjectOf(document.title) },
    { label: 'trích yếu, không dấu', make: (document) => stripOrNull(subjectOf(document.title)) },
    { label: 'trích yếu, gõ sai một chữ', make: (document) => misspell(subjectOf(document.title)) },
  ];
  for (const { label, make } of kinds) {
    let first = 0;
    let ten = 0;
    let asked = 0;
    const missed: string[] = [];
    for (const document of documents) {
      const query = make(document);
      if (!query) continue;
      asked++;
      const rank = await rankOf(engine, query, document.document);
      if (rank === 0) first++;
      else missed.push(query);
      if (rank >= 0 && rank < 10) ten++;
    }
    print(`  ${label.padEnd(34)} ${first}/${asked} đứng đầu, ${ten}/${asked} trong mười${missed.length > 0 ? `   (trượt: ${missed.slice(0, 3).join(' | ')})` : ''}`);
  }
}

/** Several documents may bear one number; standing among those counts as standing first. */
async function rankOf(engine: Engine, query: string, wanted: number): Promise<number> {
  const { hits, numbers } = await engine.search({ query });
  const same = numbers.flatMap((number) => number.documents);
  const rank = hits.slice(0, 50).findIndex((hit) => hit.document === wanted || hit.alike.includes(wanted));
  return rank > 0 && same.includes(wanted) && rank < same.length ? 0 : rank;
}

/** Twelve ways to type one number. */
export const SPELLINGS: readonly (readonly [label: string, spell: (number: string, type: string) => string])[] = [
  ['như in', (number) => number],
  ['chữ thường', (number) => number.toLowerCase()],
  ['không dấu, chữ thường', (number) => stripAccents(number).toLowerCase()],
  ['cách thay gạch', (number) => number.replace(/[-/]/gu, ' ')],
  ['cách, không dấu', (number) => stripAccents(number).toLowerCase().replace(/[-/]/gu, ' ')],
  ['cách quanh gạch', (number) => number.replace(/[-/]/gu, ' $& ')],
  ['cách sau gạch (bản quét)', (number) => number.replace(/-/gu, '- ')],
  ['số đứng trước', (number) => `số ${number}`],
  ['tên loại', (number, type) => `${type} ${number}`],
  ['tên loại số, không dấu', (number, type) => stripAccents(`${type} so ${number}`).toLowerCase()],
  ['dính liền', (number) => stripAccents(number).toLowerCase().replace(/[-/](?=[a-z])/gu, '')],
  ['đảo gạch', (number) => number.replace(/[-/]/gu, (mark) => (mark === '-' ? '/' : '-'))],
];

function subjectOf(title: string): string | null {
  const subject = /^[^:]{3,80}: (.{20,})$/u.exec(title)?.[1] ?? null;
  return subject === null ? null : subject.replace(/["“”]/gu, '').slice(0, 160);
}

function stripOrNull(text: string | null): string | null {
  return text === null ? null : stripAccents(text);
}

/** Swaps two letters inside the longest word. */
function misspell(text: string | null): string | null {
  if (text === null) return null;
  const words = stripAccents(text).split(' ');
  const at = words.reduce((best, word, index) => (word.length > (words[best]?.length ?? 0) && /^[a-z]+$/iu.test(word) ? index : best), 0);
  const word = words[at] ?? '';
  const middle = Math.floor(word.length / 2);
  words[at] = word.slice(0, middle - 1) + word.charAt(middle) + word.charAt(middle - 1) + word.slice(middle + 1);
  return words.join(' ');
}
