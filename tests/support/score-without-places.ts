/** Scores of a paper that came back from another format: what was read counts, not on which line it stands. */
import { readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import type { DispatchReader } from '../../src/dispatch/index.ts';
import { scoreRecords, type Figure, type Gold, type Scores } from './score.ts';

const GOLD = 'tests/fixtures/samples/gold';

/** The five samples by their names, with the text each was read from. */
export function listSamples(): { name: string; source: string }[] {
  return readdirSync(GOLD).filter((name) => name.endsWith('.json')).sort().map((name) => ({ name: basename(name, '.json'), source: readFileSync(`content/sources/${basename(name, '.json')}.txt`, 'utf8') }));
}

/** @param texts of the samples, by name */
export function scoreTexts(read: DispatchReader, texts: ReadonlyMap<string, string>): Scores {
  return scoreRecords([...texts].map(([name, text]) => {
    // Defects are told by their lines; a format that has no scan errors has none.
    const { defects: _, ...gold } = withoutPlaces(JSON.parse(readFileSync(`${GOLD}/${name}.json`, 'utf8')) as Gold);
    return { name, gold, record: withoutPlaces(read(text).record) };
  }));
}

/**
 * Figures that fell by more than one miss against another scoring: a thing wanted and not given, or given and not wanted.
 * @returns one line for each, with the misses that are new
 */
export function listFalls(before: Scores, after: Scores): string[] {
  const misses = ({ right, wanted, given }: Figure): number => wanted - right + given - right;
  return [...before.figures].flatMap(([name, figure]) => {
    const now = after.figures.get(name);
    if (now && misses(now) <= misses(figure) + 1) return [];
    return [`${name}: ${JSON.stringify(figure)} became ${JSON.stringify(now)}\n${after.misses.filter((miss) => miss.includes(` ${name}: `) && !before.misses.includes(miss)).slice(0, 8).join('\n')}`];
  });
}

function withoutPlaces<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'line' || key === 'column' ? 0 : inner))) as T;
}
