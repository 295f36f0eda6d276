/** Names of a document as people write them. */
import { formatDateVietnamese } from '../../domain/partial-date.ts';
import type { DocumentType } from '../../domain/record.ts';
import { nameDocument } from './short-name.ts';
import { ofOrgan } from './unknown-organ.ts';

export { nameDocument } from './short-name.ts';

export interface Named {
  readonly number: string | null;
  readonly type: DocumentType | null;
  readonly date: string | null;
  readonly title: string | null;
}

/**
 * First mention, ready to paste (domain guide section 9): the Party sets a comma after the number, state and union do not.
 * `Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị về đột phá …`
 */
export function citeDocument(document: Named & { readonly issuer: { readonly name: string } }): string {
  const party = /^\d+[a-zđ]?-/u.test(document.number ?? '');
  const date = document.date === null ? '' : `${party ? ',' : ''} ${document.date.length === 10 ? 'ngày ' : document.date.length === 4 ? 'năm ' : ''}${formatDateVietnamese(document.date)}`;
  const title = document.title === null ? '' : /^(?:về|v\/v|ban hành|thực hiện|triển khai)\s/iu.test(document.title) ? ` ${document.title}` : ` về ${document.type?.code === 'CV' ? 'việc ' : ''}${document.title}`;
  return `${nameDocument(document)}${date}${ofOrgan(document.issuer.name)}${title}`;
}
