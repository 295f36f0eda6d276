/**
 * Reads a dropped file off the main thread, with the readers and the parser of the import. It fetches registry and rows when it
 * starts, of a large corpus also the parts that the cited numbers lie in: the file never leaves the machine.
 */
import { emitMdx } from '../dispatch/emit/mdx.ts';
import { findPublicationBars } from '../dispatch/gate.ts';
import { createDispatchReader, type DispatchReader } from '../dispatch/index.ts';
import { documentUrl } from '../domain/document-key.ts';
import type { Registry } from '../domain/registry.ts';
import { detectFormat } from '../intake/detect.ts';
import { readDocx } from '../intake/docx/index.ts';
import { readHtml } from '../intake/html.ts';
import { readPdfText } from '../intake/pdf/index.ts';
import { loadPdfjs } from '../intake/pdf/open.ts';
import { readTextFile } from '../intake/plain-text.ts';
import { UnreadableSource, type Reading } from '../intake/reading.ts';
import { judgeRecord } from '../intake/proofreading.ts';
import { KitStore } from '../tools/kit-store.ts';
import type { FromIntakeWorker, IntakeResult, ToIntakeWorker } from './messages.ts';
import { textName } from './text-name.ts';

const scope = globalThis as unknown as { postMessage(message: FromIntakeWorker): void; onmessage: ((event: MessageEvent<ToIntakeWorker>) => void) | null };
let tools: Promise<{ read: DispatchReader; store: KitStore }> | null = null;

scope.onmessage = ({ data }) => {
  if (data.kind === 'start') {
    tools = load(data.base);
    tools.then(() => scope.postMessage({ kind: 'ready' }), (error: unknown) => scope.postMessage({ kind: 'failed', id: null, message: String(error) }));
  } else void answer(data.id, data.name, new Uint8Array(data.bytes));
};

async function load(base: string): Promise<{ read: DispatchReader; store: KitStore }> {
  const fetchRegistry = async (): Promise<Registry> => {
    const response = await fetch(`${base}soan-can-cu/so-tay.json`);
    if (!response.ok) throw new Error(`so-tay.json: ${response.status}`);
    return response.json() as Promise<Registry>;
  };
  // pdf.js is loaded now, so that a dropped file causes no request at all.
  const [registry, store] = await Promise.all([fetchRegistry(), KitStore.open(base), loadPdfjs()]);
  return { read: createDispatchReader(registry), store };
}

async function answer(id: number, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  try {
    if (tools === null) throw new Error('not started');
    const { read, store } = await tools;
    const reading = await readFile(bytes, name, (done, total) => scope.postMessage({ kind: 'page', id, done, total }));
    const { record: own, normalized, tree } = read(reading.text, { file: textName(name), sha256: await hashOf(new TextEncoder().encode(reading.text)) });
    const record = judgeRecord(own, reading.origin);
    const bars = findPublicationBars(normalized).map(({ kind, actual, line }) => ({ kind, actual, line }));
    await store.fetchKeys(record.citations.flatMap(({ key }) => key ?? []));
    const result: IntakeResult = {
      name, reading, record, bars, sha256: await hashOf(bytes), mdx: bars.length > 0 ? null : emitMdx(record, tree),
      links: record.citations.map(({ key, number, type, title }) => ({ label: number || !title?.startsWith(type?.name ?? ' ') ? [type?.name, number ? `số ${number}` : title].filter(Boolean).join(' ') : title, url: key !== null && store.get(key) ? documentUrl(key) : null, held: key !== null && store.get(key)?.held === true })),
    };
    scope.postMessage({ kind: 'result', id, result });
  } catch (error) {
    if (error instanceof UnreadableSource) scope.postMessage({ kind: 'unreadable', id, message: error.message });
    else scope.postMessage({ kind: 'failed', id, message: String(error) });
  }
}

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function readFile(bytes: Uint8Array, name: string, onPage: (done: number, total: number) => void): Promise<Reading> {
  const format = detectFormat(bytes);
  if (/\.(?:txt|md)$/iu.test(name) && (format === 'text' || format === 'html')) return readTextFile(bytes);
  switch (format) {
    case 'docx': return readDocx(bytes);
    case 'pdf': return readPdfText(bytes, {}, onPage);
    case 'html': return readHtml(bytes);
    case 'doc': throw new UnreadableSource('unsupported', 'Tệp Word cũ (.doc) không đọc được trong trình duyệt. Hãy lưu lại dạng .docx, hoặc nhập bằng lệnh npm run import.');
    case 'image': throw new UnreadableSource('unsupported', 'Ảnh cần máy nhận dạng chữ, không có trong trình duyệt. Hãy nhập bằng lệnh npm run import trên máy của người giữ trang.');
    default: return readTextFile(bytes);
  }
}
