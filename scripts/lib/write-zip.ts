/** Writes a zip file by file, so that an archive larger than memory is no trouble. Same files, same bytes. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { Zip, ZipDeflate } from 'fflate';

/** Zip knows no dates before 1980; one date for all files keeps the bytes the same. */
const NO_DATE = new Date(1980, 0, 1);

/** @param entries path inside the archive and its bytes, read only when their turn comes */
export function writeZip(file: string, entries: Iterable<readonly [path: string, read: () => Uint8Array]>): void {
  const handle = openSync(file, 'w');
  try {
    const zip = new Zip((error, chunk) => {
      if (error) throw error;
      writeSync(handle, chunk);
    });
    for (const [path, read] of entries) {
      const entry = new ZipDeflate(path, { level: 6 });
      entry.mtime = NO_DATE;
      zip.add(entry);
      entry.push(read(), true);
    }
    zip.end();
  } finally {
    closeSync(handle);
  }
}
