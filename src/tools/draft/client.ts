/** The page's end of the draft checker. */
import type { DraftReport } from './check-draft.ts';
import type { FromDraftWorker, ToDraftWorker } from './messages.ts';

export class DraftClient {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  #count = 0;
  /** Settles when registry and index are loaded: from then on nothing is fetched. */
  readonly ready: Promise<void>;

  /** @param base path of the site, with both slashes */
  constructor(base: string) {
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    this.ready = new Promise((resolve, reject) => {
      this.#worker.onmessage = ({ data }: MessageEvent<FromDraftWorker>) => {
        if (data.kind === 'ready') resolve();
        else if (data.kind === 'failed' && data.id === null) reject(new Error(data.message));
        else this.#receive(data);
      };
      this.#worker.onerror = () => {
        reject(new Error('worker'));
        for (const waiting of this.#waiting.values()) waiting.reject(new Error('worker'));
      };
    });
    this.#send({ kind: 'start', base });
  }

  /** Reads and checks a draft. */
  check(text: string): Promise<DraftReport> {
    return this.#ask((id) => ({ kind: 'check', id, text }));
  }

  /** Text of a Word file, or `null` when it is none. */
  readFile(bytes: ArrayBuffer): Promise<string | null> {
    return this.#ask((id) => ({ kind: 'read-file', id, bytes }));
  }

  #ask<T>(question: (id: number) => ToDraftWorker): Promise<T> {
    const id = ++this.#count;
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (value: never) => void, reject });
      this.#send(question(id));
    });
  }

  #send(message: ToDraftWorker): void {
    this.#worker.postMessage(message);
  }

  #receive(message: Exclude<FromDraftWorker, { kind: 'ready' }>): void {
    const waiting = message.id === null ? undefined : this.#waiting.get(message.id);
    if (!waiting || message.id === null) return;
    this.#waiting.delete(message.id);
    if (message.kind === 'failed') waiting.reject(new Error(message.message));
    else waiting.resolve((message.kind === 'report' ? message.report : message.text) as never);
  }
}
