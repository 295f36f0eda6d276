/** What the page says of its own document: read from its data block and its address. */
import type { Citable } from '../../corpus/wording/citation-text.ts';

export interface PageDocument extends Citable {
  readonly key: string;
  /** Absolute address of the page, and the short one. */
  readonly url: string;
  readonly shortUrl: string;
}

interface DataBlock {
  readonly '@type'?: string;
  readonly '@id'?: string;
  readonly 'identifier'?: string;
  readonly 'legislationIdentifier'?: string;
  readonly 'legislationType'?: string;
  readonly 'legislationDate'?: string;
  readonly 'legislationPassedBy'?: { readonly '@id'?: string; readonly 'name'?: string };
  readonly 'abstract'?: string;
}

/** @returns `null` on a page that shows no document */
export function readPageDocument(): PageDocument | null {
  const key = document.querySelector<HTMLElement>('[data-document-key]')?.dataset['documentKey'];
  const block = document.querySelector('script[type="application/ld+json"]')?.textContent;
  if (!key || !block) return null;
  const data = JSON.parse(block) as DataBlock;
  const type = data.legislationType;
  return {
    key, url: data['@id'] ?? location.href, shortUrl: data.identifier ?? location.href,
    number: data.legislationIdentifier ?? null, type: type === undefined ? null : { code: type === 'Công văn' ? 'CV' : '', name: type }, date: data.legislationDate ?? null,
    issuer: { id: data.legislationPassedBy?.['@id']?.split('/').at(-2) ?? '', name: data.legislationPassedBy?.name ?? '' }, title: data.abstract ?? null,
  };
}
