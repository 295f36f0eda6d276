/**
 * Reads the fragments that Pagefind writes: the text of a page with its anchors. Their format belongs to Pagefind 1.6, which the
 * package file pins; `tests/unit/search` reads one to notice a change.
 */
import { restoreText } from './text/pagefind-text.ts';

export interface FragmentAnchor {
  readonly id: string;
  /** Where in the document, in words. */
  readonly label: string;
  /** UTF-16 place in `text` where the anchor's paragraph begins. */
  readonly offset: number;
}

export interface Fragment {
  readonly url: string;
  readonly title: string;
  readonly number: string | null;
  readonly date: string | null;
  /** The page's words as printed, blanks made single. */
  readonly text: string;
  readonly anchors: readonly FragmentAnchor[];
  /** Paragraphs with editorial corrections, in the corrected words. */
  readonly corrected: string;
}

interface RawFragment {
  readonly url: string;
  readonly content: string;
  readonly meta?: Readonly<Record<string, string>>;
  readonly anchors?: readonly { readonly id: string; readonly title?: string; readonly text?: string; readonly location: number }[];
}

const SIGNATURE = 'pagefind_dcd';

/** Path of a fragment in the site, without base. @param bundle folder of the bundle */
export function fragmentPath(bundle: string, name: string): string {
  return `${bundle}/fragment/${name}.pf_fragment`;
}

/** @returns `null` when the bytes are no fragment of Pagefind 1.6 */
export function readFragment(bytes: Uint8Array): Fragment | null {
  const text = new TextDecoder().decode(bytes);
  if (!text.startsWith(SIGNATURE)) return null;
  const raw = JSON.parse(text.slice(SIGNATURE.length)) as RawFragment;
  const words = raw.content.split(/[^\S\uFEFF]+/u).map(restoreText);
  const offsets: number[] = [];
  let at = 0;
  for (const word of words) {
    offsets.push(at);
    at += word.length + 1;
  }
  const anchors = (raw.anchors ?? []).map(({ id, title, text: own, location }) => ({ id, label: restoreText(title || own || ''), offset: offsets[location] ?? at }));
  const { meta = {} } = raw;
  return {
    url: raw.url, title: restoreText(meta['title'] ?? ''), number: meta['so'] ?? null, date: meta['ngay'] ?? null,
    text: words.join(' '),
    anchors: anchors.toSorted((a, b) => a.offset - b.offset),
    corrected: restoreText(meta['sua'] ?? ''),
  };
}
