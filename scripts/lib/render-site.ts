/** Renders the pages of a build from a bundle, in several threads, into the folder of the new site. */
import { cpSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { SITE_PART } from '../../src/content-loader/bundle-integration.ts';
import { joinManifests, type PageManifest, type Part, type Shard } from '../../src/content-loader/page-plan.ts';
import { endedEarly } from './run-child.ts';

/** What one build is asked to render; a plain value, sent to the threads. */
export interface RenderPlan {
  /** Folder of the bundle. */
  readonly bundle: string;
  /** Folder of the new site. */
  readonly siteDir: string;
  /** File with the serialized `PreparedCorpus`. */
  readonly corpusFile: string;
  /** Number of held documents. */
  readonly documents: number;
  readonly shard: Shard | null;
  readonly parts: readonly Part[];
  /** The site built before by this very code, and the file of what it remembers; `null` renders everything. */
  readonly before: { readonly siteDir: string; readonly manifestFile: string } | null;
}

/** What a thread is given beside the plan. */
export interface ThreadData {
  readonly plan: RenderPlan;
  /** One number: how many units of the work have been taken by any thread. */
  readonly taken: SharedArrayBuffer;
  /** Whether this thread makes the pages over the whole corpus. */
  readonly makesViews: boolean;
}

/** What a thread has done when it ends. */
export interface ThreadResult {
  readonly manifest: Omit<PageManifest, 'code'>;
  readonly rendered: number;
  readonly kept: number;
}

/** Documents from which a second thread pays: it loads the corpus again. */
const FEW = 60;
/** Megabytes for young objects: with Node's own measure two threads need 0.3 GB more, and no less time. */
const NURSERY = 48;
/**
 * Megabytes for old objects: so many for pages, and so many for each megabyte of the graph, which takes two of them. A thread that may
 * grow to gigabytes leaves its garbage lying: two threads at 5,000 documents then need 0.4 GB more.
 */
const PAGES = 256;
const OF_GRAPH = 10;
/** More threads than these wait for the disk. */
const MOST_THREADS = 4;

/** @throws whatever a page throws, with the page's file in its message */
export async function renderSite(plan: RenderPlan): Promise<ThreadResult> {
  cpSync(join(plan.bundle, SITE_PART), plan.siteDir, { recursive: true });
  const threads = plan.documents < FEW ? 1 : Math.min(availableParallelism(), MOST_THREADS);
  const taken = new SharedArrayBuffer(4);
  const heap = PAGES + Math.ceil((statSync(plan.corpusFile).size / 2 ** 20) * OF_GRAPH);
  const workers: Worker[] = [];
  try {
    const results = await Promise.all(Array.from({ length: threads }, (_, index) => runThread({ plan, taken, makesViews: index === 0 }, heap, workers)));
    return {
      manifest: joinManifests(results.map(({ manifest }) => manifest)),
      rendered: results.reduce((sum, { rendered }) => sum + rendered, 0),
      kept: results.reduce((sum, { kept }) => sum + kept, 0),
    };
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/**
 * @param heap    megabytes that its old objects may take
 * @param workers a list that the thread is added to, so that it can be stopped
 */
function runThread(data: ThreadData, heap: number, workers: Worker[]): Promise<ThreadResult> {
  const worker = new Worker(new URL('./render-thread.ts', import.meta.url), { workerData: data, resourceLimits: { maxYoungGenerationSizeMb: NURSERY, maxOldGenerationSizeMb: heap } });
  workers.push(worker);
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(endedEarly(`renderSite: unexpected end of a thread with code ${code}`)));
  });
}
