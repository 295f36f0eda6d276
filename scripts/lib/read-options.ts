/** Options and words after a command's name. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { printProblem } from '../report/print.ts';

/**
 * Reads what stands after the name of a command; wrong usage ends the process with code 2.
 * @param config options as `parseArgs` takes them
 * @param usage Vietnamese line that shows the right usage
 */
export function readOptions<Config extends ParseArgsConfig>(config: Config, usage: string): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    printProblem(`Không hiểu ${/'(?<word>[^']+)'/u.exec((error as Error).message)?.groups?.['word'] ?? 'tùy chọn'}.\n${usage}`);
    process.exit(2);
  }
}
