/** Parts of running text that stand on a page by the hundred: words, dates, links to documents, quotes. */
import { clipQuote } from '../corpus/wording/clip-quote.ts';
import { describeAnchor } from '../corpus/wording/describe-anchor.ts';
import { nameDocument } from '../corpus/wording/document-name.ts';
import { splitNumbers } from '../corpus/wording/split-numbers.ts';
import { documentOf, type Corpus, type CorpusDocument, type Evidence } from '../corpus/graph/graph.ts';
import { formatDateVietnamese } from '../domain/partial-date.ts';
import { strings } from '../strings.ts';
import { href } from './href.ts';
import { html, type Html } from './html.ts';

/** Running text in which document numbers and dates do not break. */
export function printWords(text: string): Html {
  return html`${splitNumbers(text).map((run) => (run.together ? html`<span class="nowrap">${run.text}</span>` : run.text))}`;
}

/** A full or partial date as cadres read it. */
export function printDate(date: string | null): Html {
  return date === null ? html`<span class="muted">${strings.document.unknownDate}</span>` : html`<time class="nowrap" datetime="${date}">${formatDateVietnamese(date)}</time>`;
}

/**
 * Link to a document with its state: full mark for a held one, hollow mark for one only cited.
 * @param to path below the document's page, for instance `chuoi/` or `#muc-1.d1`
 */
export function linkDocument(document: CorpusDocument, to = ''): Html {
  const name = nameDocument(document);
  const words = document.number === null ? name : html`${name.slice(0, -document.number.length)}<span class="nowrap">${document.number}</span>`;
  return html`<a class="document-link ${document.held ? 'is-held' : 'is-cited'}" href="${href(document.url) + to}">${words}</a>`;
}

export interface QuoteOptions {
  /** Most characters around the mention. */
  readonly length?: number;
  /** False when the quoting document has just been named. */
  readonly source?: boolean;
}

/** The sentence that states a relation, cut around the mention, with where it stands. */
export function quoteEvidence(corpus: Corpus, evidence: Evidence, { length = 260, source = true }: QuoteOptions = {}): Html {
  const quote = clipQuote(evidence.sentence, evidence.raw, length);
  const via = documentOf(corpus, evidence.via);
  const place = evidence.anchor === null ? null : describeAnchor(evidence.anchor);
  const mention = quote.mention && html`<b>${printWords(quote.mention)}</b>`;
  const address = href(via.url) + (evidence.anchor === null ? '' : `#${evidence.anchor}`);
  return html`<blockquote class="quote"><p>“${printWords(quote.before)}${mention}${printWords(quote.after)}”</p><footer><a href="${address}">${source && printWords(nameDocument(via))}${source && place && ', '}${place ?? (source ? '' : nameDocument(via))}</a></footer></blockquote>`;
}

/** A message; what it quotes of the source stands between backticks. */
export function printMessage(text: string): Html {
  const parts = text.split('`');
  return html`${parts.map((part, index) => (index % 2 === 1 && index < parts.length - 1 ? html`<q class="message-quote">${printWords(part)}</q>` : printWords(part)))}`;
}
