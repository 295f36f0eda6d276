/**
 * Name of an organ where organs stand in a list. An organ merged in 2025 and its successor of the same name are two issuers
 * (ids `ldld-hung-yen-cu`, `ldld-hung-yen`), so the older one says so.
 */
export function labelIssuer(issuer: { readonly id: string; readonly name: string }): string {
  return issuer.id.endsWith('-cu') ? `${issuer.name} (trước sắp xếp năm 2025)` : issuer.name;
}
