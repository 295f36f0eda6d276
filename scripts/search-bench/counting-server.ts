/** Serves folders as a usual web server does (gzip for text), and counts the bytes and requests it answers. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createLink, type Link } from './slow-link.ts';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.wasm': 'application/wasm' };

export interface CountingServer {
  readonly url: string;
  /** Bytes of bodies and number of requests since the last call. */
  take(): { bytes: number; requests: number };
  close(): Promise<void>;
}

/**
 * @param folders looked through in order
 * @param link    connection of the reader; as fast as the machine when absent
 */
export async function startCountingServer(folders: readonly string[], link?: Link): Promise<CountingServer> {
  const pass = link === undefined ? null : createLink(link);
  let bytes = 0;
  let requests = 0;
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname)).replace(/\/$/u, '/index.html');
    const file = folders.map((folder) => join(folder, path)).find((candidate) => existsSync(candidate) && statSync(candidate).isFile());
    requests++;
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    const packed = TYPES[extname(file)] !== undefined;
    const body = packed ? gzipSync(readFileSync(file)) : readFileSync(file);
    const headers = { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'cache-control': file.endsWith('head.bin') ? 'no-cache' : 'max-age=3600', ...(packed ? { 'content-encoding': 'gzip' } : {}) };
    bytes += body.length;
    const answer = (): void => void response.writeHead(200, headers).end(body);
    if (pass === null) answer();
    else void pass(body.length).then(answer);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    take: () => {
      const taken = { bytes, requests };
      bytes = 0;
      requests = 0;
      return taken;
    },
    close: () => new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    }),
  };
}
