/** The office file that a text was read from, for download; its reading stands beside the text (`scripts/readers/README.md`). */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { contentFolder } from './content-folder.ts';

export interface Original {
  /** Ending of its name, without dot: `docx`, `html.gz`. */
  readonly extension: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** @param file text, relative to `sources/` @returns `null` for a text that was received as text, and for an original that is gone or changed */
export function findOriginal(file: string): Original | null {
  const found = locate(file);
  return found && { extension: found.extension, sha256: found.sha256, bytes: found.data.length };
}

/** Ending under which an original is offered: a saved web page must not run as a page of the site. */
export function originalExtension(extension: string): string {
  return extension.replace(/^html?$/u, 'html.txt');
}

/** Bytes of the original, unchanged. */
export function readOriginal(file: string): Uint8Array<ArrayBuffer> {
  const found = locate(file);
  if (!found) throw new Error(`readOriginal: unexpected text ${file}, expected one with an original beside it`);
  return new Uint8Array(found.data);
}

function locate(file: string): { extension: string; sha256: string; data: Buffer } | null {
  const sources = join(contentFolder(), 'sources');
  const reading = join(sources, normalize(file).replace(/\.(?:txt|md)$/iu, '.reading.json'));
  if (!/\.(?:txt|md)$/iu.test(file) || normalize(file).startsWith('..') || !existsSync(reading)) return null;
  const { original } = JSON.parse(readFileSync(reading, 'utf8')) as { original: { file: string; sha256: string } };
  const path = join(sources, normalize(original.file));
  if (normalize(original.file).startsWith('..') || !existsSync(path)) return null;
  const data = readFileSync(path);
  const sha256 = createHash('sha256').update(data).digest('hex');
  const extension = /\.([a-z0-9]+(?:\.gz)?)$/iu.exec(original.file)?.[1]?.toLowerCase();
  return sha256 === original.sha256 && extension !== undefined ? { extension, sha256, data } : null;
}
