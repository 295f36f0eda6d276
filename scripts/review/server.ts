/** The local server of `npm run review`: loopback only, no account; a request that does not come from its own pages changes nothing. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openPdf } from '../../src/intake/pdf/open.ts';
import { PDF_OPTIONS } from '../readers/pdf.ts';
import { readPlainText } from '../readers/plain-text.ts';
import { renderPage } from '../readers/render-page.ts';
import { loadCorrections } from '../intake/corrections-file.ts';
import { listReviewable, type Reviewable } from './list-reviewable.ts';
import { documentPage, listPage, STYLE } from './pages.ts';
import { correctionFormSchema, saveCorrection } from './save-correction.ts';

export interface ReviewServer {
  /** `http://127.0.0.1:4330/` */
  readonly url: string;
  close(): Promise<void>;
}

const MAX_FORM = 64 * 1024;
/** Width of a page picture on the screen. */
const PICTURE_WIDTH = 1400;

export async function startReviewServer({ content, port }: { content: string; port: number }): Promise<ReviewServer> {
  const server = createServer((request, response) => {
    answer(request, response, content, server).catch((error: unknown) => send(response, 500, 'text/plain', `Lỗi: ${error instanceof Error ? error.message : String(error)}`));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, content: string, server: Server): Promise<void> {
  const { port } = server.address() as AddressInfo;
  const own = [`127.0.0.1:${port}`, `localhost:${port}`].find((name) => name === request.headers.host);
  // A site may give a name of its own to this address, or ask from its own pages: neither is answered.
  if (own === undefined || isForeign(request, own)) return send(response, 403, 'text/plain', 'Chỉ mở bằng địa chỉ mà lệnh đã in ra.');
  const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/');
  if (request.method === 'POST') return save(request, response, content, path, own);
  if (request.method !== 'GET') return send(response, 405, 'text/plain', 'Method Not Allowed');
  if (path === '/favicon.ico') return send(response, 204, 'text/plain', '');
  if (path === '/soat.css') return send(response, 200, 'text/css', STYLE);
  const entries = listReviewable(content);
  if (path === '/') return send(response, 200, 'text/html', listPage(entries));
  const picture = /^\/hinh\/(.+)\/(\d+)\.png$/u.exec(path);
  const named = picture?.[1] ?? /^\/van-ban\/(.+?)\/?$/u.exec(path)?.[1] ?? /^\/goc\/(.+)$/u.exec(path)?.[1];
  const entry = entries.find((candidate) => candidate.key === named);
  if (!entry) return send(response, 404, 'text/plain', 'Không có trang này.');
  if (picture) return sendPicture(response, content, entry, Number(picture[2]));
  if (path.startsWith('/goc/')) return sendOriginal(response, content, entry);
  const asked = new URL(request.url ?? '/', `http://${own}`).searchParams;
  const start = { original: asked.get('chu') ?? '', line: asked.get('dong') ?? '', by: readCookie(request) };
  return send(response, 200, 'text/html', documentPage(entry, sourceText(content, entry), asked.get('loi') ?? (asked.has('da-luu') ? 'Đã lưu.' : null), start, loadCorrections(content).bySource.get(entry.file)?.corrections ?? []));
}

/** True for a request that a page of another site makes; following a link from there shows the page, nothing more. */
function isForeign({ headers, method }: IncomingMessage, own: string): boolean {
  if (headers.origin !== undefined && headers.origin !== `http://${own}`) return true;
  const site = headers['sec-fetch-site'];
  return (site === 'cross-site' || site === 'same-site') && (method !== 'GET' || headers['sec-fetch-mode'] !== 'navigate');
}

async function save(request: IncomingMessage, response: ServerResponse, content: string, path: string, own: string): Promise<void> {
  if (request.headers.origin !== `http://${own}`) return send(response, 403, 'text/plain', 'Yêu cầu không đến từ trang soát.');
  const key = /^\/luu\/(.+)$/u.exec(path)?.[1] ?? '';
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > MAX_FORM) return send(response, 413, 'text/plain', 'Quá dài.');
  }
  const fields = Object.fromEntries([...new URLSearchParams(body)].filter(([, value]) => value !== '').map(([name, value]) => [name, value.replaceAll('\r\n', '\n')]));
  const form = correctionFormSchema.safeParse({ ...fields, key });
  const problem = form.success ? saveCorrection(content, form.data) : 'Hãy điền đủ các ô.';
  const by = form.success ? form.data.by : '';
  response.writeHead(303, { Location: `/van-ban/${key}/?${problem === null ? 'da-luu' : `loi=${encodeURIComponent(problem)}`}`, ...(by === '' ? {} : { 'Set-Cookie': `by=${encodeURIComponent(by)}; SameSite=Strict; Path=/; HttpOnly` }) });
  response.end();
}

function sourceText(content: string, { file }: Reviewable): string {
  const path = join(content, 'sources', file);
  return existsSync(path) ? readPlainText(readFileSync(path)) : '';
}

async function sendPicture(response: ServerResponse, content: string, { reading }: Reviewable, page: number): Promise<void> {
  if (!reading) return send(response, 404, 'text/plain', 'Không có hình.');
  const bytes = new Uint8Array(readFileSync(join(content, 'sources', reading.original.file)));
  if (reading.format === 'image') return send(response, 200, pictureType(bytes), bytes);
  const pdf = await openPdf(bytes, PDF_OPTIONS);
  try {
    if (page < 1 || page > pdf.document.numPages) return send(response, 404, 'text/plain', 'Không có trang này.');
    send(response, 200, 'image/png', (await renderPage(pdf, page, PICTURE_WIDTH)).png);
  } finally {
    await pdf.close();
  }
}

function pictureType(bytes: Uint8Array): string {
  return bytes[0] === 0x89 ? 'image/png' : bytes[0] === 0xff ? 'image/jpeg' : bytes[0] === 0x42 ? 'image/bmp' : bytes[0] === 0x52 ? 'image/webp' : 'image/tiff';
}

/** The original is offered as a file to save, never shown: a saved web page must not run here. */
function sendOriginal(response: ServerResponse, content: string, { reading }: Reviewable): void {
  if (!reading) return send(response, 404, 'text/plain', 'Không có bản gốc.');
  response.setHeader('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(reading.original.file.split('/').at(-1) ?? 'ban-goc')}`);
  send(response, 200, 'application/octet-stream', readFileSync(join(content, 'sources', reading.original.file)));
}

function readCookie(request: IncomingMessage): string {
  try {
    return decodeURIComponent(/(?:^|;\s*)by=([^;]*)/u.exec(request.headers.cookie ?? '')?.[1] ?? '');
  } catch {
    return '';
  }
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.writeHead(status, {
    'Content-Type': type.startsWith('text/') ? `${type}; charset=utf-8` : type, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'same-origin',
    'Content-Security-Policy': "default-src 'none'; img-src 'self'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  });
  response.end(body);
}
