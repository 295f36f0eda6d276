/** Entry of the threads that compile documents. */
import { move, transferableSymbol, valueSymbol } from 'piscina';
import { packDocument, type CompileTask } from '../../src/content-loader/compile-document.ts';

/** @param task see `packDocument` @returns its `PackedDocument`, whose bytes change hands instead of being copied */
export default function compileTask(task: CompileTask): unknown {
  const packed = packDocument(task);
  return move({ [transferableSymbol]: [packed.bytes.buffer], [valueSymbol]: packed } as never);
}
