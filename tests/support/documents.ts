/** Comparing documents with their pages, in tests of several sites. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeDifference } from '../../scripts/lib/checks/check-sources.ts';
import { lettersAndDigits, readHtmlPage, type HtmlPage } from '../../scripts/lib/html-page.ts';
import { readCorpus, type HeldDocument } from '../../scripts/lib/read-corpus.ts';
import { readPage, type BuiltSite } from './site.ts';

/** Documents of a site's content folder. @throws AssertionError when there are none or one is damaged */
export function heldDocuments(site: BuiltSite): HeldDocument[] {
  const corpus = readCorpus(site.contentDir);
  assert.deepEqual(corpus.unreadable, []);
  assert.ok(corpus.held.size > 0, `no documents in ${site.contentDir}`);
  return [...corpus.held.values()];
}

/** The built page of a document. */
export function documentPage(site: BuiltSite, key: string): HtmlPage {
  return readHtmlPage(readPage(site, `van-ban/${key}/index.html`));
}

/** Asserts that the words of a page are the words of its source, nothing lost, nothing added, in order. */
export function assertSourceWords(site: BuiltSite, document: HeldDocument): void {
  const source = lettersAndDigits(readSourceText(join(site.contentDir, 'sources', document.record.file)));
  const page = lettersAndDigits(documentPage(site, document.key).sourceText);
  assert.ok(source === page, `${document.key}: ${describeDifference(source, page)}`);
}

/** Text of a plain source, read apart from the importer, so that the two can disagree. */
function readSourceText(path: string): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
}
