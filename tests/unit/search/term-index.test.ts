import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { BitReader, BitWriter } from '../../../src/search/index/bits.ts';
import { TermIndexBuilder } from '../../../src/search/index/build-terms.ts';
import { addressOf, packShard, readShard, variantHash, type Variant } from '../../../src/search/index/term-index.ts';
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

  test('a shard gives back the wanted entries', () => {
    const entries = [{ fingerprint: 900, variants: [variant('đổi', [1, 5, 999]), variant('đôi', [2])] }, { fingerprint: 3, variants: [variant('a', [0])] }, { fingerprint: 60_000, variants: [variant('b', [7, 8, 9])] }];
    const found = readShard(packShard(entries, 1000), 1000, new Set([900, 60_000, 4]));
    assert.deepEqual([...found.keys()], [900, 60_000]);
    assert.deepEqual(found.get(900), entries[0]?.variants);
  });

  test('a garbage file gives nothing wrong and does not hang', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => readShard(bytes, 100, new Set([1, 2, 3])).size <= 3));
  });

  test('documents are found by syllables and by pairs, in any accents, title told apart', async () => {
    const builder = new TermIndexBuilder();
    builder.add({ title: 'Chuyển đổi số', paragraphs: ['trong công đoàn'], keys: new Map([['#57-nq-tw', 20]]) });
    builder.add({ title: '', paragraphs: ['đội công tác', 'chuyên đổi'], keys: new Map() });
    const built = builder.finish();
    const store = new TermStore({ total: 2, shards: built.shards, heavy: built.heavy, load: async (name) => built.files.get(name) ?? null });
    const found = await store.get(['chuyen doi', 'cong', '#57-nq-tw', 'doan cong', 'khong co']);
    const documents = (key: string): number[] => (found.get(key) ?? []).flatMap((entry) => [...entry.documents]);
    assert.deepEqual(documents('chuyen doi').toSorted(), [0, 1]);
    assert.deepEqual(documents('cong'), [0, 1]);
    assert.deepEqual(documents('#57-nq-tw'), [0]);
    // No pair over the end of a paragraph.
    assert.deepEqual(documents('tac chuyen'), []);
    assert.deepEqual(documents('khong co'), []);
    assert.deepEqual([...(found.get('chuyen doi')?.find(({ hash }) => hash === variantHash('chuyển đổi'))?.inTitle ?? [])], [1]);
    assert.equal(built.syllables.get('công'), 2);
  });

  test('a key keeps its place', () => {
    assert.deepEqual(addressOf('chuyen doi', 501), addressOf('chuyen doi', 501));
    assert.ok(addressOf('chuyen doi', 501).shard < 501);
  });
});
