/** The short name of a document. Apart from `document-name.ts` because tools in the browser need it and nothing that checks dates. */
import type { DocumentType } from '../../domain/record.ts';

/** Short name: `Nghị quyết số 57-NQ/TW`; without a number `Công văn chưa có số`. */
export function nameDocument(document: { readonly number: string | null; readonly type: DocumentType | null }): string {
  const type = document.type?.name ?? 'Văn bản';
  return document.number === null || /^[-/]/u.test(document.number) ? `${type} chưa ghi số` : `${type} số ${document.number}`;
}
