/** Nothing lost between a source and its document: same bytes as when it was imported, same letters and digits in the same order. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lettersAndDigits, readHtmlFragment } from '../html-page.ts';
import type { Corpus, HeldDocument } from '../read-corpus.ts';
import type { Finding } from './finding.ts';

/** Turns the bytes of a source into its text, as the importer reads it. */
export type ReadSource = (path: string) => string | Promise<string>;

/**
 * Checks every held document against its source.
 * @param content content folder that holds `sources/`
 */
export async function checkSources(corpus: Corpus, content: string, readSource: ReadSource): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const document of corpus.held.values()) findings.push(...(await checkSource(document, content, readSource)));
  return findings;
}

async function checkSource({ key, record, html }: HeldDocument, content: string, readSource: ReadSource): Promise<Finding[]> {
  const place = `documents/${key}.mdx`;
  const path = join(content, 'sources', record.file);
  if (!existsSync(path)) return [finding('source-missing', place, `Không còn bản gốc sources/${record.file}. Hãy khôi phục tệp này.`)];
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
  if (sha256 !== record.sha256) return [finding('source-changed', place, `Bản gốc sources/${record.file} đã khác lúc nhập. Hãy khôi phục bản gốc, hoặc nhập lại: npm run import.`)];
  const expected = lettersAndDigits(await readSource(path));
  const actual = lettersAndDigits(readHtmlFragment(html).sourceText);
  return expected === actual ? [] : [finding('text-differs', place, describeDifference(expected, actual))];
}

/** Shows the first place where two texts of letters and digits part. */
export function describeDifference(expected: string, actual: string): string {
  let at = 0;
  while (at < expected.length && expected[at] === actual[at]) at++;
  const around = (text: string): string => text.slice(Math.max(0, at - 15), at + 25);
  return `Chữ của văn bản khác bản gốc từ ký tự thứ ${at + 1}: thấy "${around(actual)}", cần "${around(expected)}". Hãy nhập lại văn bản này.`;
}

function finding(check: string, place: string, message: string): Finding {
  return { check, severity: 'error', place, message };
}
