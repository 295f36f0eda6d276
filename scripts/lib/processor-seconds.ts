/** Processor time of a process and of the programs it has waited for; nearly the same on a busy machine as on a quiet one. */
import { readFileSync } from 'node:fs';

/** Ticks a second in `/proc`, fixed on Linux. */
const TICKS = 100;

/** Processor seconds of this process, its threads and every child that has ended; `null` where the system does not tell. */
export function processorSeconds(): number | null {
  const children = processorSecondsOfChildren();
  if (children === null) return null;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + children;
}

/** Of every child that has ended, with the children it waited for. */
export function processorSecondsOfChildren(): number | null {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').replace(/^.*\) /u, '').split(' ');
    return (Number(fields[13]) + Number(fields[14])) / TICKS;
  } catch {
    return null;
  }
}
