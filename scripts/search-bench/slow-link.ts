/** The time that a reader's connection adds, shaped where the bytes leave: what a browser's own throttling does not reach (workers) waits too. */

export interface Link {
  /** Milliseconds from a request to the first byte of its answer. */
  readonly roundTrip: number;
  readonly bytesPerSecond: number;
}

/** 1.6 Mbit/s and 150 ms, as Lighthouse and others define slow 4G. */
export const SLOW_4G: Link = { roundTrip: 150, bytesPerSecond: 200_000 };

/** @returns waits until an answer of so many bytes would have arrived; answers under way share the link one after the other */
export function createLink({ roundTrip, bytesPerSecond }: Link): (bytes: number) => Promise<void> {
  let free = 0;
  return (bytes) => {
    const now = performance.now();
    free = Math.max(now + roundTrip, free) + (bytes / bytesPerSecond) * 1000;
    return new Promise((done) => setTimeout(done, free - now));
  };
}
