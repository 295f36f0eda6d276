/** The page's end of the intake worker. A file that hangs the reader is given up with its worker, and a new one is started. */
import type { FromIntakeWorker, IntakeResult, ToIntakeWorker } from './messages.ts';

/** Longest silence, in milliseconds. */
const SILENCE = 60_000;

export type IntakeAnswer = { readonly kind: 'result'; readonly result: IntakeResult } | { readonly kind: 'unreadable'; readonly message: string };

export class IntakeClient {
  readonly #base: string;
  #worker: Worker;
  #count = 0;
  #ready: Promise<void>;

  /** @param base path of the site, with both slashes */
  constructor(base: string) {
    this.#base = base;
    this.#worker = this.#make();
    this.#ready = this.#start();
  }

  /** Settles when everything is loaded: from then on nothing is fetched. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  async read(name: string, bytes: ArrayBuffer, onPage: (done: number, total: number) => void): Promise<IntakeAnswer> {
    await this.#ready;
    const id = ++this.#count;
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      let timer = 0;
      const wait = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          worker.terminate();
          this.#worker = this.#make();
          this.#ready = this.#start();
          reject(new Error('timeout'));
        }, SILENCE) as unknown as number;
      };
      worker.onmessage = ({ data }: MessageEvent<FromIntakeWorker>) => {
        if (data.kind === 'ready' || data.id !== id) return;
        if (data.kind === 'page') {
          onPage(data.done, data.total);
          return wait();
        }
        clearTimeout(timer);
        if (data.kind === 'failed') reject(new Error(data.message));
        else resolve(data);
      };
      wait();
      worker.postMessage({ kind: 'read', id, name, bytes } satisfies ToIntakeWorker);
    });
  }

  #make(): Worker {
    return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  }

  #start(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#worker.onmessage = ({ data }: MessageEvent<FromIntakeWorker>) => {
        if (data.kind === 'ready') resolve();
        else if (data.kind === 'failed') reject(new Error(data.message));
      };
      this.#worker.onerror = (event) => reject(new Error(event.message || 'worker'));
      this.#worker.postMessage({ kind: 'start', base: this.#base } satisfies ToIntakeWorker);
    });
  }
}
