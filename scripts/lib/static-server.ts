/** A local web server for a built site, answering as the sample server files in `scripts/deploy/` make a real one answer. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import compression from 'compression';
import sirv from 'sirv';
import { securityHeaders } from './security-headers.ts';

export interface StaticServerOptions {
  readonly siteDir: string;
  /** Begins and ends with a slash; the folder answers under it. */
  readonly basePath: string;
  /** First port to try; 0 lets the system choose. */
  readonly port: number;
  readonly host?: string;
  /** Called when a port is in use and the next one is tried. */
  readonly onPortTaken?: (taken: number, next: number) => void;
}

export interface StaticServer {
  readonly port: number;
  /** Address of the home page: `http://localhost:4321/`. */
  readonly url: string;
  /** Stops listening and drops open connections. */
  close(): Promise<void>;
}

/** Ports tried after the first one before giving up. */
const PORT_ATTEMPTS = 20;

/**
 * Serves a folder until closed.
 * @throws Error when no port is free or the first error is another one (no right to listen)
 */
export async function startStaticServer(options: StaticServerOptions): Promise<StaticServer> {
  const server = createServer(createHandler(options));
  const port = await listenOnFreePort(server, options);
  return {
    port,
    url: `http://localhost:${port}${options.basePath}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function createHandler({ siteDir, basePath }: StaticServerOptions): (request: IncomingMessage, response: ServerResponse) => void {
  // `dev` looks at the disk on each request, so a new build shows without a restart.
  const files = sirv(siteDir, { dev: true, etag: true, setHeaders });
  const compress = compression() as unknown as (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  return (request, response) => {
    const { pathname, search } = splitUrl(request.url ?? '/');
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(response, 405, 'text/plain', 'Method Not Allowed');
    if (!pathname.startsWith(basePath)) {
      if (`${pathname}/` === basePath || pathname === '/') return redirect(response, basePath + search);
      return answerNotFound(response, siteDir, request.method);
    }
    const inner = `/${pathname.slice(basePath.length)}`;
    for (const [name, value] of Object.entries(securityHeaders(inner))) response.setHeader(name, value);
    if (isFolderWithoutSlash(siteDir, inner)) return redirect(response, `${pathname}/${search}`);
    if (leavesFolder(inner)) return answerNotFound(response, siteDir, request.method);
    request.url = inner + search;
    compress(request, response, () => { files(request, response, () => answerNotFound(response, siteDir, request.method)); });
  };
}

function splitUrl(url: string): { pathname: string; search: string } {
  const cut = url.search(/[?#]/u);
  // A double slash at the start would read as another host in a redirect.
  const pathname = (cut === -1 ? url : url.slice(0, cut)).replace(/^\/{2,}/u, '/');
  return { pathname, search: cut === -1 ? '' : url.slice(cut) };
}

/** True for `..` in any spelling, also encoded: `/..%2fdist-old/` must not reach a sibling folder. */
function leavesFolder(pathname: string): boolean {
  try {
    return decodeURIComponent(pathname).split(/[\\/]/u).includes('..');
  } catch {
    return true;
  }
}

/**
 * Plain text without a named charset is shown garbled by some browsers; sirv names it for HTML alone. Names under `_astro/` carry a hash of
 * the bytes, so a browser need not ask again.
 */
function setHeaders(response: ServerResponse, pathname: string): void {
  if (pathname.startsWith('/_astro/')) response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
  const type = /\.(?:txt|md)$/u.test(pathname) ? 'text/plain' : pathname.endsWith('.csv') ? 'text/csv' : null;
  if (type !== null) response.setHeader('Content-Type', `${type};charset=utf-8`);
}

/** `/van-ban` is a folder, so its page is `/van-ban/`, as web servers redirect. */
function isFolderWithoutSlash(siteDir: string, pathname: string): boolean {
  if (pathname.endsWith('/')) return false;
  if (leavesFolder(pathname)) return false;
  return existsSync(join(siteDir, decodeURIComponent(pathname), 'index.html'));
}

function answerNotFound(response: ServerResponse, siteDir: string, method: string | undefined): void {
  const page = join(siteDir, '404.html');
  if (!existsSync(page)) return answer(response, 404, 'text/plain', 'Not Found');
  for (const [name, value] of Object.entries(securityHeaders('/404.html'))) response.setHeader(name, value);
  answer(response, 404, 'text/html', method === 'HEAD' ? '' : readFileSync(page));
}

function answer(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'Content-Type': `${type};charset=utf-8` });
  response.end(body);
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(301, { Location: location });
  response.end();
}

async function listenOnFreePort(server: Server, { port, host, onPortTaken }: StaticServerOptions): Promise<number> {
  for (let candidate = port; ; candidate++) {
    try {
      return await listen(server, candidate, host);
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!taken || candidate >= port + PORT_ATTEMPTS || candidate >= 65535) throw error;
      onPortTaken?.(candidate, candidate + 1);
    }
  }
}

function listen(server: Server, port: number, host: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
