/** The page's end of the search worker. */
import type { Answer, Described, Hit, SearchRequest } from '../../search/answer.ts';
import type { FromWorker, ToWorker } from '../../search/messages.ts';

export interface SearchAnswer {
  /** With the first hits only. */
  readonly answer: Answer;
  /** Of all hits. */
  readonly hitCount: number;
  /** First rows, those on top with excerpts. */
  readonly described: readonly Described[];
  /** Documents offered for an unknown number. */
  readonly nearest: readonly Described[];
  readonly milliseconds: number;
}

/** Rows made at once, and how many of them with an excerpt; the others get theirs when they come into view. */
export const ROWS = 10;
export const EXCERPTS = 3;

export class SearchClient {
  private readonly worker: Worker;
  private count = 0;
  private readonly waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();

  /** @param base path of the site, with both slashes */
  constructor(base: string) {
    this.worker = new Worker(new URL('../../search/worker.ts', import.meta.url), { type: 'module' });
    this.worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.receive(data);
    this.worker.onerror = () => {
      for (const { reject } of this.waiting.values()) reject(new Error('worker'));
      this.waiting.clear();
    };
    this.send({ kind: 'start', base });
  }

  /** Never settles when a newer search overtakes it. */
  search(request: SearchRequest): Promise<SearchAnswer> {
    return this.ask((id) => ({ kind: 'search', id, request, rows: ROWS, excerpts: EXCERPTS }));
  }

  describe(documents: readonly number[], query: string): Promise<readonly Described[]> {
    return this.ask((id) => ({ kind: 'describe', id, documents, query }));
  }

  /** The next hits of the last answer. */
  more(from: number): Promise<{ readonly hits: readonly Hit[]; readonly described: readonly Described[] }> {
    return this.ask((id) => ({ kind: 'more', id, from, rows: ROWS }));
  }

  /** Fetches a small corpus whole while nobody waits. */
  warm(): void {
    this.send({ kind: 'warm' });
  }

  private ask<T>(make: (id: number) => ToWorker): Promise<T> {
    const id = ++this.count;
    return new Promise<T>((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as (value: never) => void, reject });
      this.send(make(id));
    });
  }

  private send(message: ToWorker): void {
    this.worker.postMessage(message);
  }

  private receive(message: FromWorker): void {
    if (message.kind === 'started') return;
    const id = message.id;
    const waiting = id === null ? undefined : this.waiting.get(id);
    if (id === null || !waiting) return;
    this.waiting.delete(id);
    if (message.kind === 'failed') waiting.reject(new Error(message.message));
    else if (message.kind === 'answer' || message.kind === 'more') waiting.resolve(message as never);
    else waiting.resolve(message.described as never);
  }
}
