/** Shows a person what a command is doing: anything longer than a second says so and counts on. */

/** Where lines go; `process.stderr` in commands, an array in tests. */
export interface Output {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

export interface Progress {
  /** Ends the step before and begins one; `label` is Vietnamese without a final stop: `Dựng trang`. */
  begin(label: string): void;
  /** Ends the step in hand. @param result words after the label: `5 văn bản` */
  end(result?: string): void;
  /** Sets words shown beside the seconds from the next sign of life on: `120 bài`. */
  note(text: string): void;
  /** Prints a line of its own between the counts. */
  line(text: string): void;
}

/** Milliseconds between two signs of life on a terminal. */
const INTERVAL = 1000;
/** Seconds between two signs of life where the line cannot be rewritten. */
const PLAIN_INTERVAL = 10;

/**
 * Makes a progress display. On a terminal one line counts the seconds; elsewhere a line comes after one second and then every ten.
 * A step that takes less than a second prints nothing but its result, and nothing at all without one.
 */
export function createProgress(output: Output = process.stderr): Progress {
  let label: string | null = null;
  let started = 0;
  let timer: NodeJS.Timeout | undefined;
  let ticks = 0;
  let ticked = 0;
  let noted = '';
  const elapsed = (): number => Math.round((performance.now() - started) / 1000);
  const clear = (): void => void (output.isTTY && ticks > 0 && output.write('\r\u001b[K'));
  const tick = (): void => {
    ticks++;
    ticked = performance.now();
    const state = [`${elapsed()} giây`, ...(noted === '' ? [] : [noted])].join(', ');
    if (output.isTTY) output.write(`\r\u001b[K${label} … ${state}`);
    else if (ticks % PLAIN_INTERVAL === 1) output.write(ticks === 1 ? `${label} …\n` : `${label} … ${state}\n`);
  };
  const end = (result?: string): void => {
    if (label === null) return;
    clearInterval(timer);
    clear();
    if (ticks > 0 || result !== undefined) output.write(`${label}: ${[result ?? 'xong', ...(ticks > 0 ? [`${elapsed()} giây`] : [])].join(', ')}\n`);
    label = null;
    ticks = 0;
    noted = '';
  };
  return {
    begin(next) {
      end();
      label = next;
      started = performance.now();
      ticked = started;
      timer = setInterval(tick, INTERVAL);
      timer.unref();
    },
    end,
    note(text) {
      noted = text;
      // A loop that never waits gives the timer no turn.
      if (label !== null && performance.now() - ticked >= INTERVAL) tick();
    },
    line(text) {
      clear();
      output.write(`${text}\n`);
    },
  };
}
