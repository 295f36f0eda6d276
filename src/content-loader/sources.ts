/** Sources as received, for download. */
import { existsSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { contentFolder } from './content-folder.ts';

/** @param file path relative to `sources/` of the content folder */
export function hasTextSource(file: string): boolean {
  return /\.(?:txt|md)$/iu.test(file) && existsSync(sourcePath(file));
}

/** Bytes of a source, unchanged. */
export function readSource(file: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(sourcePath(file)));
}

function sourcePath(file: string): string {
  const path = normalize(file);
  if (path.startsWith('..') || path.startsWith('/')) throw new Error(`readSource: unexpected path ${file}, expected one inside the sources folder`);
  return join(contentFolder(), 'sources', path);
}
