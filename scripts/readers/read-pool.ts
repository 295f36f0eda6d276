/** Reads files in threads: several at once, each within bounds of time and memory. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { UnreadableSource, type Reading, type UnreadableReason } from '../../src/intake/reading.ts';

export interface ReadRequest { readonly bytes: Uint8Array; readonly name: string }
export type ReadAnswer =
  | { readonly kind: 'page'; readonly done: number; readonly total: number }
  | { readonly kind: 'read'; readonly reading: Reading }
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string };

export interface ReadPool {
  /** Files read at the same time. */
  readonly size: number;
  /** @throws UnreadableSource with a Vietnamese message, also for files that take too long or too much memory */
  read(bytes: Uint8Array, name: string, onPage?: (done: number, total: number) => void): Promise<Reading>;
  close(): Promise<void>;
}

export interface ReadPoolOptions {
  /** Files there are to read; one file gets all the engine's threads. */
  readonly files: number;
  /** Longest silence, in milliseconds, before a file is given up. */
  readonly silence?: number;
  /** Memory of one thread, in megabytes. */
  readonly memory?: number;
}

/** OCR of one page may take two minutes; nothing else is silent so long. */
const SILENCE = 180_000;
const MEMORY = 1024;

/** Makes a pool; threads start with the first file. */
export function createReadPool({ files, silence = SILENCE, memory = MEMORY }: ReadPoolOptions): ReadPool {
  const cores = Math.max(1, Math.min(4, availableParallelism()));
  const size = Math.max(1, Math.min(cores, files));
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const start = (): Worker => {
    const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { workerData: { ocrWorkers: size === 1 ? cores : 1 }, resourceLimits: { maxOldGenerationSizeMb: memory } });
    all.add(worker);
    return worker;
  };
  const drop = (worker: Worker): void => {
    all.delete(worker);
    void worker.terminate();
  };
  return {
    size,
    read(bytes, name, onPage = () => {}) {
      const worker = idle.pop() ?? start();
      return new Promise<Reading>((resolve, reject) => {
        let timer: NodeJS.Timeout | undefined;
        const wait = (): void => {
          clearTimeout(timer);
          timer = setTimeout(() => fail(new UnreadableSource('too-slow', `Đọc tệp quá lâu (hơn ${Math.round(silence / 1000)} giây không có tiến triển) nên đã dừng. Hãy mở tệp bằng phần mềm của nó, lưu lại hoặc in ra PDF mới rồi nhập.`)), silence);
        };
        const stop = (): void => {
          clearTimeout(timer);
          // By name: the thread has listeners of its own.
          worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        };
        const fail = (error: Error): void => {
          stop();
          drop(worker);
          reject(error);
        };
        const onMessage = (answer: ReadAnswer): void => {
          if (answer.kind === 'page') {
            onPage(answer.done, answer.total);
            return wait();
          }
          if (answer.kind === 'failed') return fail(new Error(`read ${name}: ${answer.message}`));
          stop();
          idle.push(worker);
          if (answer.kind === 'read') resolve(answer.reading);
          else reject(new UnreadableSource(answer.reason, answer.message));
        };
        const onError = (error: NodeJS.ErrnoException): void => fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new UnreadableSource('too-large', `Tệp cần quá nhiều bộ nhớ để đọc (hơn ${memory} MB) nên đã dừng. Hãy tách nhỏ tệp hoặc in ra PDF mới rồi nhập.`) : error);
        const onExit = (): void => fail(new Error(`read ${name}: the thread ended without an answer`));
        worker.on('message', onMessage).on('error', onError).on('exit', onExit);
        wait();
        worker.postMessage({ bytes, name } satisfies ReadRequest);
      });
    },
    close: async () => {
      await Promise.all([...all].map((worker) => worker.terminate()));
      all.clear();
      idle.length = 0;
    },
  };
}
