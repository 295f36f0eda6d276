/** What each step of one build took, from the times that the build noted and the memory that was seen meanwhile. */
import { readFileSync } from 'node:fs';
import type { BuildStep } from '../lib/build-site.ts';
import { BUILD_STEPS } from '../report/build-steps.ts';

export interface MeasuredStep {
  /** As the build names it to a person. */
  readonly name: string;
  readonly seconds: number;
  /** `null` where the system does not tell. */
  readonly processorSeconds: number | null;
  /** `null` when the step was too short to be seen. */
  readonly peakBytes: number | null;
}

/**
 * @param times   file written by `build --times`
 * @param samples milliseconds since 1970 and bytes
 */
export function measureBuildSteps(times: string, samples: readonly (readonly [time: number, bytes: number])[]): MeasuredStep[] {
  const { steps, end, processorSeconds } = JSON.parse(readFileSync(times, 'utf8')) as { steps: { step: BuildStep; at: number; processorSeconds: number | null }[]; end: number; processorSeconds: number | null };
  return steps.map(({ step, at, processorSeconds: before }, index) => {
    const until = steps[index + 1]?.at ?? end;
    const after = index + 1 < steps.length ? steps[index + 1]?.processorSeconds ?? null : processorSeconds;
    const seen = samples.filter(([time]) => time >= at && time <= until).map(([, bytes]) => bytes);
    return { name: BUILD_STEPS[step], seconds: (until - at) / 1000, processorSeconds: before === null || after === null ? null : after - before, peakBytes: seen.length === 0 ? null : seen.reduce((most, bytes) => Math.max(most, bytes), 0) };
  });
}
