/** Reads saved web pages; the work is done by the code that also runs in the browser. */
export { readHtml } from '../../src/intake/html.ts';
