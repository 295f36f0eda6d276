/** Code that other sites paste: a frame around the card, or a card of plain HTML that needs nothing from us. */
import { citeFirst, printCitation, type Citable } from '../../corpus/wording/citation-text.ts';
import { nameDocument } from '../../corpus/wording/short-name.ts';

/** Size that shows the card of a long title without scrolling. */
export const EMBED_WIDTH = 560;
export const EMBED_HEIGHT = 300;

/** A frame that may do nothing but open links in a window of their own. @param card absolute address of the card */
export function embedFrame(document: Citable, card: string): string {
  return `<iframe src="${escape(card)}" title="${escape(`${nameDocument(document)}, ${document.issuer.name}`)}" width="${EMBED_WIDTH}" height="${EMBED_HEIGHT}" style="border:0;max-width:100%" loading="lazy" sandbox="allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer"></iframe>`;
}

/** The citation as a block of plain HTML. @param url absolute address of the document's page */
export function embedPlain(document: Citable, url: string): string {
  return `<blockquote cite="${escape(url)}"><p>${printCitation(citeFirst(document, { date: 'short' }), 'html', url)}</p></blockquote>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/gu, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter] ?? letter);
}
