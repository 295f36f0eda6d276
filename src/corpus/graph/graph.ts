/**
 * The corpus as a graph: every document held or only cited, and every relation between two of them with the sentences that state it.
 * Plain values, sorted by key: the order in which documents were imported does not show.
 */
import type { DocumentRecord, DocumentType, Issuer, Mention, Message, Relation } from '../../domain/record.ts';

/** A value somebody attests: which documents say so. */
export interface Attested {
  readonly value: string;
  /** Keys of the documents that say so, sorted. The document itself when it is held. */
  readonly from: readonly string[];
}

/** What the corpus keeps in memory of a held document; the whole record is read when its page is made. */
export interface HeldFacts {
  readonly file: string;
  readonly sha256: string;
  readonly addressees: readonly string[];
  readonly recipients: DocumentRecord['recipients'];
  readonly maybeDraft: boolean;
  readonly proofreading: DocumentRecord['proofreading'];
  readonly messages: readonly Message[];
  readonly directiveCount: number;
  readonly targetCount: number;
}

export interface CorpusDocument {
  readonly key: string;
  /** Site-relative address: `/van-ban/<key>/`. */
  readonly url: string;
  /** Short permalink code: `/v/<code>/`. */
  readonly code: string;
  readonly number: string | null;
  readonly type: DocumentType | null;
  readonly date: string | null;
  readonly issuer: Issuer;
  /** Subject of a held document, best known title of a cited one, as printed. */
  readonly title: string | null;
  /** True when organ or year is not known well enough, and several documents may be meant. */
  readonly uncertain: boolean;
  /** Every spelling of the number met, most frequent first. */
  readonly spellings: readonly Attested[];
  /** Dates, organs and titles told by citing documents; more than one means that they disagree or abridge. */
  readonly dates: readonly Attested[];
  readonly issuerNames: readonly Attested[];
  readonly titles: readonly Attested[];
  /** `null` for a document that the corpus knows from citations alone. */
  readonly held: HeldFacts | null;
}

/** Where a relation is stated. */
export interface Evidence {
  /** Key of the held document whose text states it. */
  readonly via: string;
  /** True when `via` itself cites; false when it tells how one cited document rests on another. */
  readonly direct: boolean;
  readonly relation: Relation;
  /** The sentence, in the source's words; `null` when the record has none. */
  readonly sentence: string | null;
  /** Words of the mention. */
  readonly raw: string;
  /** How it is written; of the mention that begins the telling sentence when `direct` is false. */
  readonly form: Mention['form'];
  /** Anchor in `via`, or `null`. */
  readonly anchor: string | null;
  readonly line: number;
  /** Anchor of the provision cited in the target, for instance `dieu-5.2`, and its words. */
  readonly provision: { readonly raw: string; readonly anchor: string | null } | null;
}

/** All that is known of how one document relates to another. */
export interface Link {
  readonly from: string;
  readonly to: string;
  /** The strongest relation stated, basis before mention. */
  readonly relation: Relation;
  /** In order: direct first, then by document and line. */
  readonly evidence: readonly Evidence[];
  /** The target is an incomplete identity that may be several documents: never part of a chain. */
  readonly uncertain: boolean;
}

/** What a citation leads to. Only `held` and `cited` are certain. */
export type Resolution =
  | { readonly state: 'held' | 'cited'; readonly key: string }
  /** `page` is the page of the incomplete identity, when it has one; it says who cites it so, and claims no more. */
  | { readonly state: 'ambiguous'; readonly candidates: readonly string[]; readonly page: string | null }
  | { readonly state: 'unknown' };

export interface CorpusIssuer {
  readonly id: string;
  readonly name: string;
  /** Keys, newest first. */
  readonly issuedHeld: readonly string[];
  readonly issuedCited: readonly string[];
  /** Held documents that name it under Kính gửi, and under Nơi nhận. */
  readonly addressed: readonly string[];
  readonly copied: readonly string[];
}

export interface Corpus {
  readonly documents: ReadonlyMap<string, CorpusDocument>;
  readonly outgoing: ReadonlyMap<string, readonly Link[]>;
  readonly incoming: ReadonlyMap<string, readonly Link[]>;
  /** Resolutions of a held document's citations, by index in its record. */
  readonly resolutions: ReadonlyMap<string, readonly Resolution[]>;
  /** Keys under which a document was also cited (misread symbol, another board named), each with its own key: addresses that lead on. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly issuers: ReadonlyMap<string, CorpusIssuer>;
}

/** The document of a key. @throws Error naming the key when the graph has none, which is a mistake of ours */
export function documentOf(corpus: Corpus, key: string): CorpusDocument {
  const found = corpus.documents.get(key);
  if (!found) throw new Error(`documentOf: unexpected key ${key}, expected one of ${corpus.documents.size} documents`);
  return found;
}
