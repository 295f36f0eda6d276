/**
 * Spellings and word orders that mean the same and both occur in official papers.
 *
 * @source domain guide section 8 ("synonyms, not errors").
 */
export const SYNONYMS: readonly (readonly [string, string])[] = [
  ['bảo đảm', 'đảm bảo'],
  ['hằng năm', 'hàng năm'],
  ['hằng tháng', 'hàng tháng'],
  ['hằng quý', 'hàng quý'],
  ['sát nhập', 'sáp nhập'],
];
