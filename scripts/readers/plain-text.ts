/** Reads `.txt` and `.md` sources: UTF-8, UTF-16, and the older encodings where the conversion reads as Vietnamese. */
import { readTextFile } from '../../src/intake/plain-text.ts';

export { UnreadableSource } from '../../src/intake/reading.ts';

/**
 * Decodes the bytes of a source.
 * @returns text without byte-order mark, line ends as they are
 * @throws UnreadableSource for empty, binary, wrongly encoded or oversized files
 */
export function readPlainText(bytes: Uint8Array): string {
  return readTextFile(bytes).text;
}
