/** Serves folders as a usual web server does (gzip for text), and counts the bytes and requests it answers. */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.wasm': 'application/wasm' };

export interface CountingServer {
  readonly url: string;
  /** Bytes of bodies and number of requests since the last call. */
  take(): { bytes: number; requests: number };
  close(): Promise<void>;
}

/** @param folders looked through in order */
export async function startCountingServer(folders: readonly string[]): Promise<CountingServer> {
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
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const headers = { 'content-type': type, 'cache-control': file.endsWith('head.bin') ? 'no-cache' : 'max-age=3600' };
    if (TYPES[extname(file)]) {
      const body = gzipSync(readFileSync(file));
      bytes += body.length;
      response.writeHead(200, { ...headers, 'content-encoding': 'gzip' }).end(body);
    } else {
      bytes += statSync(file).size;
      response.writeHead(200, headers);
      createReadStream(file).pipe(response);
    }
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
