import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { BitReader, BitWriter } from '../../../src/search/index/bits.ts';
import { TermIndexBuilder } from '../../../src/search/index/build-terms.ts';
import { clusterSyllables, type SizedSyllable } from '../../../src/search/index/cluster-syllables.ts';
import { hashText } from '../../../src/search/index/hash-text.ts';
import { ownerOf, packLexicon, readLexicon, roundCount, type LexiconRow } from '../../../src/search/index/lexicon.ts';
import { packEntry, packFile, packPairs, readEntry, readPairFile, variantHash, type Entry, type Variant } from '../../../src/search/index/term-index.ts';
import { TermStore } from '../../../src/search/index/term-store.ts';

describe('bits', () => {
  test('come back as written', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('write', 'gamma', 'rice'), fc.nat(70_000), fc.nat(12))), (steps) => {
      const writer = new BitWriter();
      for (const [kind, value, k] of steps) {
        if (kind === 'write') writer.write(value, 17);
        else if (kind === 'gamma') writer.gamma(value + 1);
        else writer.rice(value, k);
      }
      const reader = new BitReader(writer.finish());
      return steps.every(([kind, value, k]) => (kind === 'write' ? reader.read(17) : kind === 'gamma' ? reader.gamma() - 1 : reader.rice(k)) === value);
    }));
  });

  test('reading a cut file ends', () => {
    const reader = new BitReader(new Uint8Array([0]));
    for (let index = 0; index < 100; index++) reader.gamma();
    assert.ok(reader.atEnd);
  });
});

describe('term index', () => {
  const variant = (form: string, documents: number[]): Variant => ({ hash: variantHash(form), documents: Uint32Array.from(documents), frequencies: Uint8Array.from(documents, (n) => (n % 7) + 1), inTitle: Uint8Array.from(documents, (n) => n % 2) });
  const entry: Entry = { key: 'doi', variants: [variant('đổi', [1, 5, 999]), variant('đôi', [2, 5])], pairs: new Map([['chuyen doi', [variant('chuyển đổi', [1, 999]), variant('chuyên đôi', [2])]], ['doi moi', [variant('đổi mới', [1, 2, 5, 999])]]]) };

  test('a file gives back the wanted terms of an entry', () => {
    const file = packFile([packEntry({ key: 'a', variants: [variant('á', [0])], pairs: new Map() }, 1000), packEntry(entry, 1000)]);
    const found = readEntry(file, 'doi', ['chuyen doi', 'doi moi', 'doi la'], 1000);
    assert.deepEqual([...found.keys()].toSorted(), ['chuyen doi', 'doi', 'doi moi']);
    assert.deepEqual(found.get('doi'), entry.variants);
    assert.deepEqual(found.get('chuyen doi'), entry.pairs.get('chuyen doi'));
    assert.deepEqual(found.get('doi moi'), entry.pairs.get('doi moi'));
    assert.equal(readEntry(file, 'khong', [], 1000).size, 0);
  });

  test('pairs in a file of their own come back too', () => {
    const found = readPairFile(packPairs(entry.pairs, 1000), ['doi moi', 'chuyen doi'], 1000);
    assert.equal(found.size, 2);
    for (const [pair, variants] of entry.pairs) assert.deepEqual(found.get(pair), variants);
  });

  test('any lists come back as they were', () => {
    const lists = fc.array(fc.uniqueArray(fc.nat(4999), { minLength: 1, maxLength: 300 }), { minLength: 1, maxLength: 3 });
    fc.assert(fc.property(lists, (all) => {
      const variants = all.map((documents, index) => variant(`f${index}`, documents.toSorted((a, b) => a - b)));
      const first = variants[0];
      const pairs = new Map([['x y', first ? [first] : []]]);
      const found = readEntry(packFile([packEntry({ key: 'x', variants, pairs }, 5000)]), 'x', ['x y'], 5000);
      assert.deepEqual(found.get('x'), variants);
      assert.deepEqual(found.get('x y'), pairs.get('x y'));
    }), { numRuns: 60 });
  });

  test('a garbage file gives nothing wrong and does not hang', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => readEntry(bytes, 'doi', ['chuyen doi'], 100).size <= 2 && readPairFile(bytes, ['chuyen doi'], 100).size <= 1));
  });

  test('documents are found by syllables and by pairs, in any accents, title told apart', async () => {
    const builder = new TermIndexBuilder();
    builder.add({ title: 'Chuyển đổi số', paragraphs: ['trong công đoàn'], keys: new Map([['#57-nq-tw', 20]]) });
    builder.add({ title: '', paragraphs: ['đội công tác', 'chuyên đổi'], keys: new Map() });
    const built = builder.finish();
    const store = new TermStore({ total: 2, buckets: built.buckets, lexicon: built.lexicon, load: async (name) => built.files.get(name) ?? null });
    const found = await store.get(['chuyen doi', 'cong', '#57-nq-tw', 'doan cong', 'khong co']);
    const documents = (key: string): number[] => (found.get(key) ?? []).flatMap((list) => [...list.documents]);
    assert.deepEqual(documents('chuyen doi').toSorted(), [0, 1]);
    assert.deepEqual(documents('cong'), [0, 1]);
    assert.deepEqual(documents('#57-nq-tw'), [0]);
    // No pair over the end of a paragraph.
    assert.deepEqual(documents('tac chuyen'), []);
    assert.deepEqual(documents('khong co'), []);
    assert.deepEqual([...(found.get('chuyen doi')?.find(({ hash }) => hash === variantHash('chuyển đổi'))?.inTitle ?? [])], [1]);
    assert.deepEqual(built.lexicon.get('cong')?.forms, [['công', 2]]);
    assert.ok(store.isAtHand('doan cong'), 'the file of its owner has been read');
  });

  test('every pair of a corpus large enough for files of pairs is found', async () => {
    const builder = new TermIndexBuilder();
    const word = (n: number): string => `${'bcdghklmnt'.charAt(n % 10)}${'aeiou'.charAt(Math.floor(n / 10) % 5)}${'nmtp'.charAt(Math.floor(n / 50) % 4)}`;
    const texts = Array.from({ length: 600 }, (_, document) => Array.from({ length: 120 }, (_, at) => word(hashText(`${document}/${at}`) % 40)).join(' '));
    for (const text of texts) builder.add({ title: '', paragraphs: [text], keys: new Map() });
    const built = builder.finish();
    const store = new TermStore({ total: 600, buckets: built.buckets, lexicon: built.lexicon, load: async (name) => built.files.get(name) ?? null });
    assert.ok(store.pairFiles > 0, 'the corpus should be large enough');
    const words = texts[123]?.split(' ') ?? [];
    const pairs = words.slice(1).map((second, at) => `${words[at]} ${second}`);
    const found = await store.get([...words, ...pairs]);
    for (const key of [...words, ...pairs]) assert.ok(found.get(key)?.some((list) => list.documents.includes(123)), key);
    const wanted = texts.flatMap((text, document) => (text.includes(pairs[0] ?? '') ? [document] : []));
    assert.deepEqual([...(found.get(pairs[0] ?? '')?.[0]?.documents ?? [])], wanted);
  });
});

describe('lexicon', () => {
  test('comes back, counts rounded, the rarer syllable owning a pair', () => {
    const row = (forms: [string, number][], documents: number, file: number, pairFiles: number): LexiconRow => ({ forms, documents, file, pairFiles });
    const lexicon = new Map([['cong', row([['công', 800], ['cổng', 3]], 800, 300, 2)], ['doan', row([['đoàn', 25]], 25, 0, 0)]]);
    assert.deepEqual(readLexicon(packLexicon(lexicon)), lexicon);
    assert.equal(ownerOf('cong', 'doan', lexicon), 'doan');
    assert.equal(ownerOf('cong', 'xyz', lexicon), 'xyz');
    assert.equal(ownerOf('abc', 'xyz', lexicon), 'abc');
    assert.deepEqual(readLexicon(packLexicon(new Map())), new Map());
  });

  test('a count keeps five significant bits', () => {
    fc.assert(fc.property(fc.nat(400_000), (count) => Math.abs(roundCount(count) - count) <= count / 16 && roundCount(roundCount(count)) === roundCount(count)));
  });

  test('syllables that stand together share a file, which stays small', () => {
    const syllable = (key: string, documents: number, bytes: number): SizedSyllable => ({ key, documents, bytes });
    const files = clusterSyllables([syllable('cong', 90, 400), syllable('doan', 80, 400), syllable('dong', 70, 700), syllable('lao', 60, 200)], [['lao', 'dong', 58], ['cong', 'doan', 70], ['dong', 'cong', 9]], { bound: 1000, loose: 10 });
    assert.deepEqual(files, [['cong', 'doan'], ['dong', 'lao']]);
  });
});
