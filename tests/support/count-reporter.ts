/**
 * A reporter of `node --test` for `scripts/test.ts`: one JSON line per finished test, one per file that told its end, and a last one with
 * Node's own counts. Only the last line is counted; a run that crashed has none.
 */
import type { TestEvent } from 'node:test/reporters';

/** A line of the report. */
export type ReportLine =
  | { readonly kind: 'test'; readonly name: string; readonly file: string; readonly passed: boolean; readonly milliseconds: number; readonly error: string | null }
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'summary'; readonly passed: number; readonly failed: number; readonly skipped: number };

/** Turns the events of the runner into report lines. */
export default async function* reportCounts(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of source) {
    if (event.type === 'test:pass' || event.type === 'test:fail') {
      if (event.data.details.type === 'suite') continue;
      const error = event.type === 'test:fail' ? describeError(event.data.details.error) : null;
      yield line({ kind: 'test', name: event.data.name, file: event.data.file ?? '', passed: event.type === 'test:pass', milliseconds: event.data.details.duration_ms, error });
    } else if (event.type === 'test:summary' && event.data.file !== undefined) {
      yield line({ kind: 'file', file: event.data.file });
    } else if (event.type === 'test:summary') {
      const { counts } = event.data;
      // A test marked "todo" has shown nothing, so it counts as skipped, and skipped counts as failed later on.
      yield line({ kind: 'summary', passed: counts.passed, failed: counts.tests - counts.passed - counts.skipped - counts.todo, skipped: counts.skipped + counts.todo });
    }
  }
}

function line(value: ReportLine): string {
  return `${JSON.stringify(value)}\n`;
}

function describeError(error: Error): string {
  const cause = error.cause instanceof Error ? error.cause : error;
  return cause.stack ?? cause.message;
}
