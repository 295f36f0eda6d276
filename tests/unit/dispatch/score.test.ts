/** The reader against hand-made golds: the five samples, and the whole documents composed for the tests. */
import { ok } from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { loadRegistry } from '../../../scripts/lib/load-registry.ts';
import { loadSyllables } from '../../../scripts/lib/load-syllables.ts';
import { createDispatchReader } from '../../../src/dispatch/index.ts';
import { f1Of, precisionOf, printScores, recallOf, scoreRecords, type Gold, type Scores } from '../../support/score.ts';

const read = createDispatchReader(loadRegistry('content'), loadSyllables('content'));

const samples = scoreRecords(readdirSync('tests/fixtures/samples/gold').filter((name) => name.endsWith('.json')).sort()
  .map((name) => pair(basename(name, '.json'), `content/sources/${basename(name, '.json')}.txt`, `tests/fixtures/samples/gold/${name}`)));
const whole = scoreRecords(readdirSync('tests/fixtures/whole', { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort()
  .map((name) => pair(name, `tests/fixtures/whole/${name}/source.txt`, `tests/fixtures/whole/${name}/gold.json`)));

function pair(name: string, source: string, gold: string) {
  return { name, gold: JSON.parse(readFileSync(gold, 'utf8')) as Gold, record: read(readFileSync(source, 'utf8')).record };
}

/** Least f1 of each figure. What is 1 must stay 1. */
const SAMPLE_BARS: Readonly<Record<string, number>> = {
  number: 1, type: 1, date: 1, place: 1, issuer: 1, subject: 1, signer: 1, capacity: 1, position: 1, addressees: 1, recipients: 1,
  citations: 1, 'citation.type': 1, 'citation.date': 1, 'citation.issuer': 1, 'citation.title': 0.95, 'citation.relation': 0.92, mentions: 1, 'mention.form': 1,
  edges: 0.95, 'edge.relation': 1, outline: 1, targets: 1, milestones: 0.9, directives: 0.9, 'directive.kind': 0.85, 'directive.addressee': 0.85,
};

/** Floors a little under what the reader reaches today: a regression fails, progress raises them. */
const WHOLE_FLOORS: Readonly<Record<string, number>> = {
  number: 1, type: 1, date: 1, place: 1, issuer: 1, subject: 0.8, signer: 1, capacity: 1, position: 1, addressees: 1, recipients: 0.98,
  citations: 0.97, 'citation.type': 0.98, 'citation.date': 0.96, 'citation.issuer': 0.92, 'citation.title': 0.94, 'citation.relation': 0.86, mentions: 0.95, 'mention.form': 0.96,
  edges: 0.5, outline: 0.98, targets: 0.78, milestones: 0.8, directives: 0.91, 'directive.kind': 0.95, 'directive.anchor': 0.96, 'directive.addressee': 0.6,
  'defects.found': 0.85, 'defects.right': 0.92,
};

for (const [name, bar] of Object.entries(SAMPLE_BARS)) test(`samples: ${name} reaches ${bar}`, () => reaches(samples, name, f1Of(samples.figures.get(name)), bar));

test('samples: defects are found and alarms are right', () => {
  reaches(samples, 'defects.found', recallOf(samples.figures.get('defects.found') ?? { right: 0, wanted: 1, given: 0 }), 0.7);
  reaches(samples, 'defects.right', precisionOf(samples.figures.get('defects.right') ?? { right: 0, wanted: 1, given: 0 }), 0.8);
});

test('whole documents: every figure keeps its floor', (context) => {
  context.diagnostic(printScores(whole));
  for (const [name, floor] of Object.entries(WHOLE_FLOORS)) reaches(whole, name, f1Of(whole.figures.get(name)), floor);
});

function reaches({ figures, misses }: Scores, name: string, value: number, bar: number): void {
  ok(figures.has(name), `nothing was scored as ${name}`);
  ok(value >= bar, `${name} is ${value.toFixed(3)}, expected at least ${bar}\n${misses.filter((miss) => miss.includes(` ${name}: `)).slice(0, 20).join('\n')}`);
}
