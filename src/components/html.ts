/**
 * Small parts of a page as strings: a long paper has a thousand of them, and as components of Astro they would take most of a build.
 * What is put into the markup is escaped, unless it is such a part itself. In `.astro` files none may stand inside another: the compiler
 * then takes the file for JavaScript.
 */

/** By this Astro knows what needs no escaping. */
const FINISHED: unique symbol = Symbol.for('astro:html-string');

/** Finished HTML. Astro writes it as it is, wherever it stands in a template. */
export class Html extends String {
  get [FINISHED](): true {
    return true;
  }
}

/** A value inside the markup; a list is written without commas, `false` and absence as nothing. */
export type HtmlValue = string | number | Html | readonly HtmlValue[] | false | null | undefined;

/** `` html`<li class="${name}">${text}</li>` `` */
export function html(markup: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let text = markup[0] ?? '';
  for (const [index, value] of values.entries()) text += print(value) + (markup[index + 1] ?? '');
  return new Html(text);
}

function print(value: HtmlValue): string {
  if (typeof value === 'string') return /[&<>'"]/u.test(value) ? value.replace(/[&<>'"]/gu, (letter) => ENTITIES[letter] ?? '') : value;
  if (value === false || value === null || value === undefined) return '';
  if (typeof value === 'number' || value instanceof Html) return value.toString();
  let text = '';
  for (const item of value) text += print(item);
  return text;
}

/** As Astro writes them. */
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', "'": '&#39;', '"': '&quot;' };
