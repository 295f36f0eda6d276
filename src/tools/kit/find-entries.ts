/** Finds documents for the basket by number in any shape, or by words without accents. */
import type { KitEntry } from '../../corpus/exports/kit-index.ts';
import { foldVietnamese } from '../../domain/vietnamese.ts';

/** Makes the finder. Its answers begin with whole numbers, then beginnings of numbers, then words; held documents first. */
export function createEntryFinder(entries: readonly KitEntry[]): (query: string, most?: number) => KitEntry[] {
  const rows = entries.map((entry) => ({
    entry,
    number: tight(entry.number ?? ''),
    words: ` ${fold([entry.type?.name, entry.number, entry.issuer.name, entry.title, entry.date?.slice(0, 4)].filter(Boolean).join(' '))} `,
  }));
  return (query, most = 8) => {
    const wanted = fold(query).split(' ').filter((word) => word !== '');
    const number = tight(query.replace(/^\s*(?:\p{L}+\s+)*số\s+/iu, ''));
    if (wanted.length === 0) return [];
    return rows
      .map((row) => ({ entry: row.entry, score: scoreRow(row, wanted, number) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || (a.entry.key < b.entry.key ? -1 : 1))
      .slice(0, most)
      .map(({ entry }) => entry);
  };
}

function scoreRow(row: { readonly entry: KitEntry; readonly number: string; readonly words: string }, wanted: readonly string[], number: string): number {
  const held = row.entry.held ? 0.5 : 0;
  if (number !== '' && row.number === number) return 100 + held;
  if (/^\d/u.test(number) && row.number.startsWith(number)) return 50 + held;
  if (!wanted.every((word) => row.words.includes(` ${word}`))) return 0;
  return 10 + wanted.filter((word) => row.words.includes(` ${word} `)).length + held;
}

function fold(text: string): string {
  return foldVietnamese(text).replace(/[^a-z0-9]+/gu, ' ').trim();
}

function tight(text: string): string {
  return foldVietnamese(text).replace(/[^a-z0-9]+/gu, '').replace(/^0+/u, '');
}
