/**
 * Response headers of the site: what the local server sends and what the sample files in `scripts/deploy/` must repeat
 * (`tests/conventions/deploy-samples.test.ts` compares them).
 */

/**
 * Content-Security-Policy as a header. `frame-ancestors` works in headers alone, so it is the one part that the pages' meta cannot carry.
 * @param embeddable true for the cards under `/nhung/`, which any site may frame
 */
export function contentSecurityPolicy(embeddable: boolean): string {
  return [
    "default-src 'none'",
    // Pagefind compiles its index reader from a .wasm file of ours.
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${embeddable ? '*' : "'none'"}`,
  ].join('; ');
}

/** Headers that every answer carries besides the policy. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/**
 * All headers for one address.
 * @param pathname path inside the site, without base path: `/nhung/...`, `/van-ban/...`
 */
export function securityHeaders(pathname: string): Record<string, string> {
  return { ...COMMON_HEADERS, 'Content-Security-Policy': contentSecurityPolicy(pathname.startsWith('/nhung/')) };
}
