/**
 * One file in the cache folder that holds the record (JSON) and the HTML of every document. The data store of the collections keeps
 * only `[offset, length]`: a store with the texts in it would be bundled as one string (26 MB at 5,000 documents, half a gigabyte of memory).
 */
import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Place of a text in the pack: byte offset and byte length. */
export type Slice = readonly [offset: number, length: number];

/** Bytes in the pack; 0 when there is none. */
export function packSize(file: string): number {
  if (!existsSync(file)) return 0;
  const handle = openSync(file, 'r');
  try {
    return fstatSync(handle).size;
  } finally {
    closeSync(handle);
  }
}

/** Removes a pack, to be written anew. */
export function dropPack(file: string): void {
  rmSync(file, { force: true });
}

/** Opens a pack for appending; `append` tells where the bytes begin. Close it when done. */
export function openPackForAppending(file: string): { append(bytes: Uint8Array): number; close(): void } {
  mkdirSync(dirname(file), { recursive: true });
  const handle = openSync(file, 'a');
  let offset = fstatSync(handle).size;
  return {
    append(bytes) {
      writeSync(handle, bytes);
      offset += bytes.length;
      return offset - bytes.length;
    },
    close: () => closeSync(handle),
  };
}

/** Opens a pack for reading slices; stays open as long as the process. */
export function openPack(file: string): (slice: Slice) => string {
  const handle = openSync(file, 'r');
  return ([offset, length]) => {
    const bytes = Buffer.allocUnsafe(length);
    const read = readSync(handle, bytes, 0, length, offset);
    if (read !== length) throw new Error(`openPack: unexpected end of ${file} at ${offset + read}, expected ${offset + length} bytes`);
    return bytes.toString('utf8');
  };
}
