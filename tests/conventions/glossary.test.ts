/** Field words of the record are told in Vietnamese in `content/glossary.json`. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectDir } from '../../scripts/lib/content-dir.ts';
import { documentRecordSchema } from '../../src/domain/record.ts';

const glossary = JSON.stringify(JSON.parse(readFileSync(join(projectDir, 'content/glossary.json'), 'utf8')));

/** Fields of the machine, not of the trade. */
const TECHNICAL = new Set(['file', 'sha256', 'key', 'url', 'numberRaw', 'inferred', 'edges', 'messages', 'parserVersion', 'maybeDraft', 'proofreading', 'marks']);

for (const field of Object.keys(documentRecordSchema.shape).filter((name) => !TECHNICAL.has(name))) {
  test(`the glossary explains ${field}`, () => {
    const singular = field.replace(/s$/u, '').replace(/ie$/u, 'y');
    const words = [field, singular, { number: 'documentNumber', type: 'documentType', date: 'issueDate', addressees: 'addressee' }[field] ?? field];
    assert.ok(words.some((word) => glossary.includes(`"${word}"`)), `expected one of ${words.join(', ')}`);
  });
}
