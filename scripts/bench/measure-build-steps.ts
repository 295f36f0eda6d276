/** What each step of one build took, from the times that the build noted and the memory that was seen meanwhile. */
import { readFileSync } from 'node:fs';
import type { BuildStep } from '../lib/build-site.ts';
import { BUILD_STEPS } from '../report/build-steps.ts';

export interface MeasuredStep {
  /** As the build names it to a person. */
  readonly name: string;
  readonly seconds: number;
  /** `null` when the step was too short to be seen. */
  readonly peakBytes: number | null;
}

/**
 * @param times   file written by `build --times`
 * @param samples milliseconds since 1970 and bytes
 */
export function measureBuildSteps(times: string, samples: readonly (readonly [time: number, bytes: number])[]): MeasuredStep[] {
  const { steps, end } = JSON.parse(readFileSync(times, 'utf8')) as { steps: { step: BuildStep; at: number }[]; end: number };
  return steps.map(({ step, at }, index) => {
    const until = steps[index + 1]?.at ?? end;
    const seen = samples.filter(([time]) => time >= at && time <= until).map(([, bytes]) => bytes);
    return { name: BUILD_STEPS[step], seconds: (until - at) / 1000, peakBytes: seen.length === 0 ? null : seen.reduce((most, bytes) => Math.max(most, bytes), 0) };
  });
}
