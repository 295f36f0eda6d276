/** Links over a made corpus with known truth: never to another document, seldom missed, whatever the order of import. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runLinkBench } from '../../scripts/link-bench/run-link-bench.ts';
import { loadRegistry } from '../../scripts/lib/load-registry.ts';

test('links of a made corpus are right, in any order, and addresses outlive the arrival of more texts', () => {
  const { measure, misread, lostAddresses, otherOrders } = runLinkBench(loadRegistry(), 20_261_122, 700, 3);
  assert.deepEqual(measure.wrongs, []);
  assert.equal(measure.precision, 1);
  assert.ok(measure.recall >= 0.98, `recall ${measure.recall.toFixed(4)}: ${measure.misses.slice(0, 5).join('; ')}`);
  assert.deepEqual(misread, [], 'own keys read wrongly');
  assert.deepEqual(lostAddresses, []);
  assert.equal(otherOrders, 0, 'orders of import that gave another graph');
});
