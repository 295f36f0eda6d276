/** What a check of `npm run check` reports. `scripts/report/` prints it; a check itself never does. */
export interface Finding {
  /** Name of the check: `source-unchanged`. */
  readonly check: string;
  /** An error makes the command fail. */
  readonly severity: 'error' | 'warning';
  /** File or address that it is about, relative to the content folder or the site. */
  readonly place: string;
  /** Vietnamese: what was seen, what is needed, the remedy. */
  readonly message: string;
}
