/** Beside a provision: its own address, warnings, editorial corrections, how often it is cited. Nothing here is the source's word. */
import type { AppliedCorrection, Message } from '../domain/record.ts';
import type { CorpusDocument } from '../corpus/graph/graph.ts';
import { strings } from '../strings.ts';
import { html, type Html } from './html.ts';
import { linkDocument, printMessage } from './inline.ts';
import { isBetweenLines, isHeaderOrEnd } from './note-place.ts';

export interface Notes {
  readonly anchor: string;
  readonly messages: readonly Message[];
  readonly corrections: readonly AppliedCorrection[];
  readonly citedCount: number;
  /** Citations here that may mean several documents. */
  readonly doubtful: readonly DoubtfulCitation[];
}

export interface DoubtfulCitation {
  readonly number: string;
  readonly candidates: readonly CorpusDocument[];
}

const words = strings.document;

/** @returns the pin of the provision, and a block of notes where there are any */
export function printNotes({ anchor, messages, corrections, citedCount, doubtful }: Notes): Html {
  // One slip met twice in a paragraph is told once.
  const distinct = messages.filter((message, index) => messages.findIndex((other) => other.message === message.message) === index);
  const notes = [
    ...distinct.filter(isBetweenLines).map((message) => html`<p class="note note-${message.severity}">${printMessage(message.message)}</p>`),
    ...corrections.map((correction) => html`<p class="note note-correction">${words.correctionNote(correction.original, correction.correction)} ${correction.reason}</p>`),
    ...doubtful.map(printDoubtful),
    ...(citedCount > 0 ? [html`<p class="note"><a href="#duoc-vien-dan">${words.provisionCited(citedCount)}</a></p>`] : []),
  ];
  const flag = distinct.length > 0 && isHeaderOrEnd(anchor) && html`<a class="flag" href="#xem-lai"><span class="visually-hidden">${words.warningsCount(distinct.length)}</span></a>`;
  return html`<a class="pin" href="#${anchor}">${words.pin}</a>${flag}${notes.length > 0 && html`<aside class="notes">${notes}</aside>`}`;
}

function printDoubtful({ number, candidates }: DoubtfulCitation): Html {
  const choices = candidates.map((candidate, index) => html`${index > 0 && '; '}${linkDocument(candidate)} (${candidate.issuer.name})`);
  return html`<p class="note note-warning">${words.doubtfulCitation(number)}${candidates.length > 0 && words.doubtfulMayBe}${choices}.</p>`;
}
