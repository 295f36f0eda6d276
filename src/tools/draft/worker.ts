/** Checks drafts off the main thread. It fetches tables and rows when it starts; of a large corpus also the parts that a draft's numbers lie in. */
import { readSyllableTable } from '../../dispatch/lint/index.ts';
import type { Registry } from '../../domain/registry.ts';
import { createDraftChecker, type DraftReport } from './check-draft.ts';
import { KitStore } from '../kit-store.ts';
import type { FromDraftWorker, ToDraftWorker } from './messages.ts';
import { readDocx } from './read-docx.ts';

const scope = globalThis as unknown as { postMessage(message: FromDraftWorker): void; onmessage: ((event: MessageEvent<ToDraftWorker>) => void) | null };
let checker: Promise<(text: string) => Promise<DraftReport>> | null = null;

scope.onmessage = ({ data }) => {
  if (data.kind === 'start') {
    checker = load(data.base);
    checker.then(() => scope.postMessage({ kind: 'ready' }), (error: unknown) => scope.postMessage({ kind: 'failed', id: null, message: String(error) }));
  } else if (data.kind === 'check') void answer(data.id, data.text);
  else scope.postMessage({ kind: 'text', id: data.id, text: readDocx(new Uint8Array(data.bytes)) });
};

async function load(base: string): Promise<(text: string) => Promise<DraftReport>> {
  const fetchFile = async (name: string): Promise<Response> => {
    const response = await fetch(`${base}soan-can-cu/${name}`);
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response;
  };
  const [registry, store, syllables] = await Promise.all([
    fetchFile('so-tay.json').then((file) => file.json() as Promise<Registry>),
    KitStore.open(base),
    fetchFile('am-tiet.txt').then((file) => file.text()),
  ]);
  return createDraftChecker(registry, async (citations) => {
    await store.fetchNumbers(citations.map(({ number }) => number));
    await store.fetchKeys(store.entries.flatMap(({ replacedBy }) => replacedBy ?? []));
    return store.entries;
  }, readSyllableTable(syllables));
}

async function answer(id: number, text: string): Promise<void> {
  try {
    if (checker === null) throw new Error('not started');
    scope.postMessage({ kind: 'report', id, report: await (await checker)(text) });
  } catch (error) {
    scope.postMessage({ kind: 'failed', id, message: String(error) });
  }
}
