/** Which groups of organs a name under Kính gửi, Nơi nhận or an order means: `Các công đoàn cơ sở trực thuộc Liên đoàn Lao động tỉnh`. */
import type { OrganGroup } from '../../domain/corpus-tables.ts';
import { foldLetters } from '../../domain/vietnamese.ts';

/** What follows says whose they are, not who is meant. */
const WHOSE = /\s(?:trực thuộc|thuộc|của)\s/iu;

/**
 * Makes the reader of groups.
 * @returns ids in the order of the table; a name that goes on with a proper name (`Công đoàn cơ sở Công ty May`) is one organ and no group
 */
export function createGroupReader(groups: readonly OrganGroup[]): (name: string) => readonly string[] {
  const patterns = groups.map(({ id, words }) => ({ id, patterns: words.map((word) => new RegExp(`(?<![\\p{L}\\d])${foldLetters(word.normalize('NFC'))}(?![\\p{L}\\d])`, 'gu')) }));
  const known = new Map<string, readonly string[]>();
  return (name) => {
    const found = known.get(name) ?? readParts(name.normalize('NFC').replace(/\s+/gu, ' '), patterns);
    known.set(name, found);
    return found;
  };
}

function readParts(name: string, groups: readonly { readonly id: string; readonly patterns: readonly RegExp[] }[]): string[] {
  const parts = name.split(';').map((part) => part.split(WHOSE)[0] ?? '').map((text) => ({ text, folded: foldLetters(text), upper: text === text.toUpperCase() }));
  return groups.filter(({ patterns }) => parts.some(({ text, folded, upper }) => patterns.some((pattern) => [...folded.matchAll(pattern)].some((match) => upper || !/^\p{L}\s\p{Lu}/u.test(text.slice(match.index + match[0].length - 1)))))).map(({ id }) => id);
}
