/** Runs the engine off the main thread. Only the newest question is answered; older ones waiting are dropped. */
import type { Hit } from './answer.ts';
import { createEngine, type Engine } from './engine.ts';
import { createFileLoader } from './fetch-file.ts';
import type { FromWorker, ToWorker } from './messages.ts';

type SearchMessage = Extract<ToWorker, { kind: 'search' }>;

/** Index and texts of so small a corpus are fetched whole when idle, so that it works without a network. */
const WARM_BYTES = 250_000;

const scope = globalThis as unknown as { postMessage(message: FromWorker): void; onmessage: ((event: MessageEvent<ToWorker>) => void) | null };
let base = '/';
let engine: Promise<Engine> | null = null;
let waiting: SearchMessage | null = null;
let busy = false;
/** Hits of the last answer; only those shown are sent to the page. */
let found: { readonly query: string; readonly hits: readonly Hit[] } = { query: '', hits: [] };

scope.onmessage = ({ data }) => {
  switch (data.kind) {
    case 'start':
      base = data.base;
      void start().then(() => scope.postMessage({ kind: 'started' }), (error: unknown) => scope.postMessage({ kind: 'failed', id: null, message: String(error) }));
      break;
    case 'search':
      waiting = data;
      void next();
      break;
    case 'describe':
      void describe(data.id, data.documents, data.query);
      break;
    case 'more':
      void more(data.id, data.from, data.rows);
      break;
    case 'warm':
      void start().then((started) => started.warm(WARM_BYTES), () => false);
      break;
  }
};

function start(): Promise<Engine> {
  // After a failure the next question tries again.
  engine ??= createEngine({ load: createFileLoader(base) }).catch((error: unknown) => {
    engine = null;
    throw error;
  });
  return engine;
}

async function next(): Promise<void> {
  if (busy || !waiting) return;
  const { id, request, rows, excerpts } = waiting;
  waiting = null;
  busy = true;
  try {
    const started = performance.now();
    const ready = await start();
    const answer = await ready.search(request);
    // A newer question arrived meanwhile: its answer is the one to show.
    if (!waiting) {
      found = { query: request.query, hits: answer.hits };
      const hits = answer.hits.slice(0, rows);
      const documents = hits.map((hit) => hit.document);
      const [first, rest, nearest] = await Promise.all([
        ready.describe(documents.slice(0, excerpts), request.query, true),
        ready.describe(documents.slice(excerpts), request.query, false),
        ready.describe([...new Set(answer.numbers.flatMap((number) => number.nearest.map(([document]) => document)))], request.query, false),
      ]);
      scope.postMessage({ kind: 'answer', id, answer: { ...answer, hits }, hitCount: answer.hits.length, described: [...first, ...rest], nearest, milliseconds: performance.now() - started });
    }
  } catch (error) {
    scope.postMessage({ kind: 'failed', id, message: String(error) });
  } finally {
    busy = false;
    if (waiting) void next();
  }
}

async function describe(id: number, documents: readonly number[], query: string): Promise<void> {
  try {
    scope.postMessage({ kind: 'described', id, described: await (await start()).describe(documents, query, true) });
  } catch (error) {
    scope.postMessage({ kind: 'failed', id, message: String(error) });
  }
}

async function more(id: number, from: number, rows: number): Promise<void> {
  const { query, hits } = found;
  const next = hits.slice(from, from + rows);
  try {
    scope.postMessage({ kind: 'more', id, hits: next, described: await (await start()).describe(next.map((hit) => hit.document), query, true) });
  } catch (error) {
    scope.postMessage({ kind: 'failed', id, message: String(error) });
  }
}
