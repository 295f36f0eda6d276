/**
 * `npm run bench:pages -- [RUNS]`: Lighthouse (mobile) on the built site: the heaviest document page and the search page with an answer.
 * The median of RUNS (3 by default) of each category, with what the performance is made of. Lighthouse slows the processor to a quarter; its own
 * index of the machine stands beside, since a busy machine counts the page slower than it is.
 */
import { statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openBrowser } from '../tests/support/browser.ts';
import { installOnce } from './bench/peers/install.ts';
import { basePath, cacheDir, contentDir, outDir } from './lib/content-dir.ts';
import { readCorpus } from './lib/read-corpus.ts';
import { startStaticServer } from './lib/static-server.ts';
import { printFailure, printLine, printProblem } from './report/print.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const METRICS = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift'] as const;

/** The part of a report that is read. */
interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<Record<string, { readonly numericValue?: number; readonly score: number | null; readonly title: string }>>;
  readonly environment: { readonly benchmarkIndex: number };
}
type Lighthouse = (url: string, options: object) => Promise<{ lhr: Report } | undefined>;

const runs = Number(process.argv[2] ?? 3);
if (!Number.isInteger(runs) || runs < 1) {
  printProblem('Cách dùng: npm run bench:pages [-- SỐ-LẦN]');
  process.exit(2);
}
try {
  await measure();
} catch (error) {
  printFailure('đo trang', error);
  process.exitCode = 1;
}

async function measure(): Promise<void> {
  const folder = installOnce(join(cacheDir(), 'bench-lighthouse'), '{"private":true,"type":"module","dependencies":{"lighthouse":"13.5.0"}}\n');
  const { default: lighthouse } = (await import(pathToFileURL(join(folder, 'node_modules/lighthouse/core/index.js')).href)) as { default: Lighthouse };
  const port = await findFreePort();
  const [server, browser] = await Promise.all([startStaticServer({ siteDir: outDir(), basePath: basePath(), port: 0 }), openBrowser([`--remote-debugging-port=${port}`])]);
  try {
    for (const path of [heaviestDocument(), 'tim-kiem/?q=chuyen%20doi%20so']) {
      const reports: Report[] = [];
      for (let run = 0; run < runs; run++) {
        const result = await lighthouse(server.url + path, { port, logLevel: 'error', onlyCategories: CATEGORIES });
        if (result) reports.push(result.lhr);
      }
      printLine(`/${path} (${reports.length} lần)`);
      printLine(`  ${CATEGORIES.map((name) => `${name} ${median(reports.map(({ categories }) => categories[name]?.score ?? 0)).toFixed(2)}`).join(', ')}`);
      printLine(`  ${METRICS.map((name) => `${name} ${name === 'cumulative-layout-shift' ? median(reports.map(({ audits }) => audits[name]?.numericValue ?? 0)).toFixed(3) : `${Math.round(median(reports.map(({ audits }) => audits[name]?.numericValue ?? 0)))} ms`}`).join(', ')}; máy ${Math.round(median(reports.map(({ environment }) => environment.benchmarkIndex)))}`);
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Path of the held document whose page is the longest, without leading slash. */
function heaviestDocument(): string {
  const weigh = (key: string): number => statSync(join(outDir(), 'van-ban', key, 'index.html')).size;
  const [key = ''] = [...readCorpus(contentDir()).held.keys()].sort((a, b) => weigh(b) - weigh(a));
  return `van-ban/${key}/`;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function findFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => { resolve(port); });
    });
  });
}
