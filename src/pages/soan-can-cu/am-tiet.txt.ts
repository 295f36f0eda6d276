/** The learned table of syllables, by which the draft checker tells likely slips of typing. */
import { readFileSync } from 'node:fs';
import type { APIRoute } from 'astro';
import { contentPath } from '../../content-loader/content-folder.ts';

export const GET: APIRoute = () => new Response(readFileSync(contentPath('registry/syllables.txt'), 'utf8'), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
