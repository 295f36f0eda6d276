/** Reads `.docx`; the work is done by the code that also runs in the browser. */
export { readDocx } from '../../src/intake/docx/index.ts';
