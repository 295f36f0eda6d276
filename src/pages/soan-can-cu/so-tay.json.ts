/** The hand-kept tables that the parser needs when it runs in the reader's browser. */
import type { APIRoute } from 'astro';
import { readFullRegistry } from '../../content-loader/read-full-registry.ts';

export const GET: APIRoute = () => new Response(`${JSON.stringify(readFullRegistry())}\n`, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
