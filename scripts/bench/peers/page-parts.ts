/**
 * What a document's page shows, as plain values for the templates of other programs: each part is a filter over the corpus graph, computed
 * when a template asks for it. The graph and the choices (which sentence, how many duties) are ours; reading files, front matter, Markdown,
 * templates and writing are the peer's own. Runs inside the peer.
 */
import { climb, descend, isBasis, type Ladder } from '../../../src/corpus/chain/chain.ts';
import { excerptDuties, groupDuties } from '../../../src/corpus/duties/duties.ts';
import { describeLegislation } from '../../../src/corpus/exports/legislation.ts';
import { buildCorpus } from '../../../src/corpus/graph/build-corpus.ts';
import { documentOf, type Attested, type Corpus, type CorpusDocument, type Evidence, type Link, type Resolution } from '../../../src/corpus/graph/graph.ts';
import { chooseEvidence } from '../../../src/corpus/graph/links.ts';
import { pageCiting } from '../../../src/corpus/lists/citing.ts';
import { collectContents, type ContentsEntry } from '../../../src/corpus/lists/contents.ts';
import { groupMessages } from '../../../src/corpus/lists/group-messages.ts';
import { citeFirst, citeLater, printCitation } from '../../../src/corpus/wording/citation-text.ts';
import { clipQuote, cutEnd } from '../../../src/corpus/wording/clip-quote.ts';
import { describeAnchor } from '../../../src/corpus/wording/describe-anchor.ts';
import { citeDocument, nameDocument } from '../../../src/corpus/wording/document-name.ts';
import { formatTarget } from '../../../src/corpus/wording/format-target.ts';
import { pickEvidence } from '../../../src/corpus/wording/pick-evidence.ts';
import { splitNumbers } from '../../../src/corpus/wording/split-numbers.ts';
import { formatDateVietnamese } from '../../../src/domain/partial-date.ts';
import type { DocumentRecord } from '../../../src/domain/record.ts';
import type { Registry } from '../../../src/domain/registry.ts';
import { strings } from '../../../src/strings.ts';

/** A quoted sentence, cut around the mention, and where it stands. */
interface Quote { readonly before: string; readonly mention: string; readonly after: string; readonly href: string; readonly place: string }
/** One document of a chain. */
interface Step { readonly document: CorpusDocument; readonly here: boolean; readonly depth: number; readonly rungs: readonly { readonly words: string; readonly quote: Quote | null; readonly newer: boolean }[] }

const LONGEST_LADDER = 40;
const DUTIES = 6;
const QUOTES = 2;

/**
 * @param records  front matter of all documents, as the peer has read it
 * @param registry hand-kept tables
 * @param baseUrl  address of the site without slash at the end
 */
export function createPageParts(records: Iterable<DocumentRecord>, registry: Registry, baseUrl: string) {
  const held = new Map([...records].map((record) => [record.key, record]));
  const corpus = buildCorpus(held.values(), registry);
  const absolute = (path: string): string => baseUrl + path;
  const outgoing = (key: string): readonly Link[] => corpus.outgoing.get(key) ?? [];

  return {
    corpus,
    /** Keys of all documents that are only cited. */
    citedKeys: (): string[] => [...corpus.documents.values()].filter((document) => document.held === null).map(({ key }) => key),
    document: (key: string): CorpusDocument => documentOf(corpus, key),
    /** State and address of a citation in the text. */
    citation: (key: string, index: number): { readonly state: string; readonly href: string | null } => {
      const resolution = corpus.resolutions.get(key)?.[index] ?? { state: 'unknown' } as const;
      const to = targetOf(resolution);
      return { state: resolution.state, href: to === null ? null : documentOf(corpus, to).url };
    },
    head: (key: string) => {
      const document = documentOf(corpus, key);
      const data = describeLegislation(document, {
        absolute,
        bases: outgoing(key).filter(isBasis).map(({ to }) => documentOf(corpus, to).url),
        changes: outgoing(key).filter(({ relation }) => ['amends', 'replaces', 'repeals'].includes(relation)).map(({ relation, to }) => ({ repeals: relation !== 'amends', path: documentOf(corpus, to).url })),
        replaced: (corpus.incoming.get(key) ?? []).some(({ relation }) => relation === 'replaces' || relation === 'repeals'),
      });
      return { name: nameDocument(document), description: citeDocument(document), canonical: absolute(document.url), image: absolute(`/anh/${document.code}.png`), json: JSON.stringify(data).replace(/</gu, '\\u003c') };
    },
    facts: (key: string): { readonly name: string; readonly values: readonly string[] }[] => {
      const document = documentOf(corpus, key);
      const record = held.get(key);
      const words = strings.document.facts;
      const signature = record?.signature && [record.signature.capacity, record.signature.position, record.signature.name].filter((part) => part !== null).join(', ');
      const listed = (name: string, value: string | null | undefined): { name: string; values: string[] } => ({ name, values: value ? [value] : [] });
      return [
        listed(words.type, document.type?.name), listed(words.number, document.number ?? strings.document.unknownNumber),
        listed(words.date, document.date === null ? strings.document.unknownDate : formatDateVietnamese(document.date)),
        listed(words.issuer, document.issuer.name), { name: words.addressees, values: record?.addressees ?? [] }, listed(words.signature, signature),
      ].filter(({ values }) => values.length > 0);
    },
    /** What citing documents tell of one that is not held. */
    told: (key: string) => {
      const { spellings, dates, issuerNames, titles } = documentOf(corpus, key);
      const words = strings.cited;
      const group = (name: string, values: readonly Attested[], print = (value: string): string => value) => ({ name, values: values.slice(0, 12).map(({ value, from }) => ({ value: print(value), from: words.from(from.length) })) });
      return [group(words.spellings, spellings), group(words.dates, dates, formatDateVietnamese), group(words.issuers, issuerNames), group(words.titles, titles)].filter(({ values }) => values.length > 0);
    },
    bases: (key: string): CorpusDocument[] => outgoing(key).filter(isBasis).map(({ to }) => documentOf(corpus, to)),
    others: (key: string) => outgoing(key).filter((link) => !isBasis(link)).map(({ to, relation }) => ({ document: documentOf(corpus, to), relation: strings.relations[relation] })),
    /** @param body text of the document as written, for the first words of parts without a heading */
    contents: (key: string, body: string): ContentsEntry[] => collectContents(held.get(key)?.outline ?? []).map((entry) => fillTitle(entry, body)),
    chainUp: (key: string, quoteLength: number) => {
      const ladder = climb(corpus, key, LONGEST_LADDER);
      return printLadder(corpus, ladder, key, 'up', ladder.rows.flat().length > 12 ? 0 : quoteLength);
    },
    chainDown: (key: string, quoteLength: number) => printLadder(corpus, descend(corpus, key, LONGEST_LADDER), key, 'down', quoteLength),
    duties: (key: string) => {
      const groups = groupDuties(held.get(key)?.directives ?? []);
      const { shown, elsewhere, restCount } = excerptDuties(groups, DUTIES);
      const named = elsewhere.slice(0, DUTIES).map(({ anchor, count }) => ({ anchor, place: describeAnchor(anchor), count }));
      return {
        count: groups.reduce((sum, group) => sum + group.duties.length, 0),
        groups: shown.map(({ addressee, duties }) => ({
          addressee: addressee ?? strings.document.dutiesGeneral,
          duties: duties.map((duty) => ({ text: cutEnd(duty.text, 100), anchor: duty.anchor, place: duty.anchor === null ? '' : describeAnchor(duty.anchor), when: [duty.deadline, duty.period, duty.frequency].filter((part) => part !== null).map((part) => ` · ${part}`).join('') })),
        })),
        rest: restCount === 0 ? null : { words: strings.document.dutiesElsewhere(restCount), places: named, more: elsewhere.length > named.length ? strings.document.andMore(elsewhere.length - named.length).trim() : null },
      };
    },
    targets: (key: string) => (held.get(key)?.targets ?? []).map((target) => ({ value: formatTarget(target), text: cutEnd(target.text, 110), anchor: target.anchor, place: target.anchor === null ? '' : describeAnchor(target.anchor), period: target.period })),
    citing: (key: string) => {
      const pages = pageCiting(corpus, key);
      return {
        count: (corpus.incoming.get(key) ?? []).length, pages: pages.length,
        links: (pages[0] ?? []).map((link) => {
          const { shown, others } = pickEvidence(link, QUOTES);
          const placeOf = (evidence: Evidence) => ({ href: hrefOf(corpus, evidence), place: evidence.anchor === null ? strings.document.lineColumn(evidence.line, 1) : describeAnchor(evidence.anchor) });
          return { document: documentOf(corpus, link.from), relation: strings.relations[link.relation], quotes: shown.map((evidence) => printQuote(corpus, evidence, 260)), also: others.map(placeOf) };
        }),
      };
    },
    warnings: (key: string) => groupMessages(held.get(key)?.messages ?? []).map(({ ruleId, severity, messages }) => ({
      ruleId, severity, count: messages.length,
      places: messages.slice(0, 12).map(({ anchor, message, line, column }) => ({ anchor, place: anchor === null ? strings.document.lineColumn(line, column) : describeAnchor(anchor), message: message.replaceAll('`', '') })),
    })),
    cite: (key: string): { readonly first: string; readonly later: string; readonly short: string } => {
      const document = documentOf(corpus, key);
      return { first: printCitation(citeFirst(document)), later: printCitation(citeLater(document)), short: printCitation(citeFirst(document, { date: 'short' })) };
    },
    provenance: (key: string) => {
      const record = held.get(key);
      if (!record) return null;
      const inferred = record.inferred.map((item) => ({ field: strings.document.fields[item.field] ?? item.field, evidence: item.evidence, confidence: strings.document.confidence[item.confidence] }));
      return { file: record.file, sha256: record.sha256, proofreading: strings.document.proofreading[record.proofreading], inferred };
    },
  };
}

/** Running text as HTML in which numbers and dates do not break. */
export function printWords(text: string): string {
  return splitNumbers(text).map((run) => (run.together ? `<span class="nowrap">${escapeHtml(run.text)}</span>` : escapeHtml(run.text))).join('');
}

/** Link to a document, with its state, as HTML. */
export function printLink(document: CorpusDocument): string {
  const name = nameDocument(document);
  const words = document.number === null ? escapeHtml(name) : `${escapeHtml(name.slice(0, -document.number.length))}<span class="nowrap">${escapeHtml(document.number)}</span>`;
  return `<a class="document-link ${document.held ? 'is-held' : 'is-cited'}" href="${escapeHtml(document.url)}">${words}</a>`;
}

/** A date as HTML. */
export function printDate(date: string | null): string {
  return date === null ? `<span class="muted">${strings.document.unknownDate}</span>` : `<time class="nowrap" datetime="${date}">${formatDateVietnamese(date)}</time>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (letter) => `&#${letter.charCodeAt(0)};`);
}

function targetOf(resolution: Resolution): string | null {
  return resolution.state === 'ambiguous' ? resolution.page : resolution.state === 'unknown' ? null : resolution.key;
}

function hrefOf(corpus: Corpus, { via, anchor }: Evidence): string {
  return documentOf(corpus, via).url + (anchor === null ? '' : `#${anchor}`);
}

function printQuote(corpus: Corpus, evidence: Evidence, length: number): Quote {
  const { before, mention, after } = clipQuote(evidence.sentence, evidence.raw, length);
  const place = evidence.anchor === null ? '' : describeAnchor(evidence.anchor);
  return { before, mention: mention ?? '', after, href: hrefOf(corpus, evidence), place: place || nameDocument(documentOf(corpus, evidence.via)) };
}

function printLadder(corpus: Corpus, { rows, cut }: Ladder, current: string, direction: 'up' | 'down', quoteLength: number): { readonly steps: readonly Step[]; readonly cut: string | null } {
  const steps = rows.flat().map(({ key, depth, rungs }): Step => ({
    document: documentOf(corpus, key), here: key === current, depth,
    rungs: rungs.map(({ link, newerThanText }) => {
      const evidence = chooseEvidence(link);
      const other = nameDocument(documentOf(corpus, direction === 'up' ? link.from : link.to));
      const relation = strings.relations[link.relation];
      const words = direction === 'up' ? strings.chain.restsOnIt(other, relation) : strings.chain.restsOn(relation.charAt(0).toUpperCase() + relation.slice(1), other);
      return { words, quote: evidence && quoteLength > 0 ? printQuote(corpus, evidence, quoteLength) : null, newer: newerThanText };
    }),
  }));
  return { steps, cut: cut ? strings.chain.cut(steps.length) : null };
}

function fillTitle(entry: ContentsEntry, body: string): ContentsEntry {
  return { ...entry, title: entry.title ?? readFirstWords(body, entry.anchor), children: entry.children.map((child) => fillTitle(child, body)) };
}

function readFirstWords(body: string, anchor: string): string {
  const at = body.indexOf(`anchor="${anchor}"`);
  const text = at === -1 ? '' : body.slice(body.indexOf('>', at) + 1, at + 700).replace(/<[^>]*>?/gu, ' ').replace(/\s+/gu, ' ').trim();
  return text.length <= 48 ? text : `${text.slice(0, text.lastIndexOf(' ', 48))}…`;
}
