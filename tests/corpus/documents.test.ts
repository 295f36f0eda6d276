/** Invariants over everything in `content/`: the same checks as `npm run check`, and what a record promises about its source. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { checkBasisLoops } from '../../scripts/lib/checks/check-basis-loops.ts';
import { checkDocuments } from '../../scripts/lib/checks/check-documents.ts';
import { checkLedger } from '../../scripts/lib/checks/check-ledger.ts';
import { checkSources } from '../../scripts/lib/checks/check-sources.ts';
import type { Finding } from '../../scripts/lib/checks/finding.ts';
import { projectDir } from '../../scripts/lib/content-dir.ts';
import { readLedger } from '../../scripts/lib/ledger.ts';
import { readPlainText } from '../../scripts/readers/plain-text.ts';
import { readCorpus } from '../../scripts/lib/read-corpus.ts';
import { documentUrl, parseDocumentKey } from '../../src/domain/document-key.ts';

const content = join(projectDir, 'content');
const corpus = readCorpus(content);
const held = [...corpus.held.values()];
const plainText = held.filter(({ record }) => /\.(?:txt|md)$/u.test(record.file));
const words = (findings: readonly Finding[]): string[] => findings.map(({ place, message }) => `${place}: ${message}`);

describe('the corpus', () => {
  test('holds documents, all readable, anchors unique, outline and words of one mind', () => {
    assert.ok(held.length > 0);
    assert.deepEqual(words(checkDocuments(corpus)), []);
  });

  test('holds each source once, unchanged, with every letter and digit', async () => {
    assert.deepEqual(words(await checkSources(corpus, content, (path) => readPlainText(readFileSync(path)))), []);
    const sources = readdirSync(join(content, 'sources'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.startsWith('.')).length;
    assert.ok(held.length <= sources, `${held.length} documents of ${sources} sources`);
  });

  test('has no basis that leads back to itself', () => {
    assert.deepEqual(words(checkBasisLoops(corpus)), []);
  });

  test('keeps every promise of the ledger', () => {
    assert.deepEqual(words(checkLedger(corpus, readLedger(content), null)), []);
  });

  test('names each document by issuer, year and number, and addresses it so', () => {
    for (const { key, record } of held) {
      assert.ok(parseDocumentKey(key), key);
      assert.equal(record.url, documentUrl(key));
    }
  });

  test('quotes each mention as it stands in the source, at its line and column', () => {
    for (const { key, record } of plainText) {
      const lines = readLines(record.file);
      for (const { raw, line, column } of record.citations.flatMap(({ mentions }) => mentions)) {
        const rest = [lines[line - 1]?.slice(column - 1), ...lines.slice(line, line + 6)].join(' ');
        assert.ok(squeeze(rest).startsWith(squeeze(raw)), `${key}:${line}:${column} reads "${rest.slice(0, 60)}", expected "${raw}"`);
      }
    }
  });

  test('points messages, targets, outline and directives at lines that exist and anchors that are there', () => {
    for (const { key, record } of plainText) {
      const count = readLines(record.file).length;
      const anchors = new Set(record.outline.map(({ anchor }) => anchor));
      const places = [...record.messages, ...record.targets, ...record.directives, ...record.milestones, ...record.outline];
      for (const { line } of places) assert.ok(line === null || (line >= 1 && line <= count), `${key}: line ${line} of ${count}`);
      const pointed = [...record.directives, ...record.targets, ...record.milestones, ...record.messages, ...record.citations.flatMap(({ mentions }) => mentions)];
      assert.deepEqual([...new Set(pointed.map(({ anchor }) => anchor))].filter((anchor) => anchor !== null && !anchors.has(anchor)), [], key);
    }
  });

  test('has a folder for nothing but what the design names', () => {
    const named = new Set(['sources', 'documents', 'corrections', 'registry', 'pages', 'permalinks', 'site.json', 'glossary.json', 'README.md']);
    assert.deepEqual(readdirSync(content).filter((name) => !named.has(name)), []);
    assert.ok(existsSync(join(content, 'documents')));
  });
});

function readLines(file: string): string[] {
  return readFileSync(join(content, 'sources', file), 'utf8').split(/\r\n|[\n\r]/u);
}

function squeeze(text: string): string {
  return text.normalize('NFC').replace(/[\s*_]+/gu, '');
}
