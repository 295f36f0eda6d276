/** Writes a zip file by file, so that an archive larger than memory is no trouble. Same files, same bytes. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';

/** Zip knows no dates before 1980; one date for all files keeps the bytes the same. */
const NO_DATE = new Date(1980, 0, 1);

/** Number of the method in the format. */
const DEFLATE = 8;

/** @param entries path inside the archive and its bytes, read only when their turn comes */
export function writeZip(file: string, entries: Iterable<readonly [path: string, read: () => Uint8Array]>): void {
  const handle = openSync(file, 'w');
  try {
    const zip = new Zip((error, chunk) => {
      if (error) throw error;
      writeSync(handle, chunk);
    });
    for (const [path, read] of entries) {
      const bytes = read();
      // Packed by Node itself, which is five times as fast as doing it in script.
      const entry: ZipInputFile = { filename: path, size: bytes.length, crc: crc32(bytes), compression: DEFLATE, mtime: NO_DATE };
      zip.add(entry);
      entry.ondata?.(null, deflateRawSync(bytes, { level: 6 }), true);
    }
    zip.end();
  } finally {
    closeSync(handle);
  }
}
