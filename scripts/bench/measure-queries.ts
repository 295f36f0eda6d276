/** What a reader's queries cost on a built site, in a real Chromium: bytes and milliseconds of the first, with nothing cached, and of later ones. */
import type { Browser } from 'playwright';
import { runSearchPage, type BrowserAnswer } from '../search-bench/browser-runs.ts';
import { startCountingServer } from '../search-bench/counting-server.ts';
import type { Link } from '../search-bench/slow-link.ts';
import { median } from './measure-pages.ts';

export interface QueryCost {
  readonly bytes: number;
  readonly milliseconds: number;
}

export interface QueryCosts {
  readonly first: QueryCost;
  readonly later: QueryCost;
}

/** First queries measured, each in a browser context of its own. */
const FIRST = 5;

/**
 * @param site    folder of a built site at the root of its address
 * @param queries at least six
 * @param link    connection of the reader; as fast as the machine when absent
 * @returns medians
 */
export async function measureQueries(browser: Browser, site: string, queries: readonly string[], link?: Link): Promise<QueryCosts> {
  const server = await startCountingServer([site], link);
  try {
    const first: BrowserAnswer[] = [];
    for (const query of queries.slice(0, FIRST)) first.push(...(await runSearchPage(browser, server, [query])));
    const later = (await runSearchPage(browser, server, queries)).slice(1);
    return { first: middle(first), later: middle(later) };
  } finally {
    await server.close();
  }
}

function middle(answers: readonly BrowserAnswer[]): QueryCost {
  return { bytes: median(answers.map(({ bytes }) => bytes)), milliseconds: median(answers.map(({ milliseconds }) => milliseconds)) };
}
