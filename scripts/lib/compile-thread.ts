/** Entry of the threads that compile documents. */
import { compileDocument, type CompiledDocument, type CompileTask } from '../../src/content-loader/compile-document.ts';

/** @param task see `compileDocument` */
export default function compileTask(task: CompileTask): CompiledDocument {
  return compileDocument(task);
}
