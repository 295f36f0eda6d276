/**
 * Waits until something is true in a page. Playwright's own `waitForFunction` uses `eval`, which the policy of the pages forbids.
 * @param what      named in the error
 * @param timeLimit milliseconds
 */
export async function eventually(what: string, isTrue: () => Promise<boolean | undefined>, timeLimit = 10_000): Promise<void> {
  const end = Date.now() + timeLimit;
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error(`eventually: ${what} did not come within ${timeLimit} ms`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
