/** `npm start`: import what changed, build and index when something changed, serve. */
import { runNode, stopChildren } from './lib/run-child.ts';
import { runServer } from './lib/run-server.ts';
import { printFailure, printProblem } from './report/print.ts';

const stop = (): void => {
  stopChildren();
  process.exit(130);
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);

try {
  const imported = await runNode(['scripts/import.ts'], { inherit: true });
  // A source that needs a person does not keep the other documents off the site.
  if (imported.code !== 0) printProblem('Có văn bản chưa nhập được (xem ở trên). Trang vẫn được dựng với các văn bản còn lại.');
  const built = await runNode(['scripts/build.ts', '--if-changed'], { inherit: true });
  if (built.code !== 0) process.exit(built.code);
  process.removeListener('SIGINT', stop);
  process.removeListener('SIGTERM', stop);
  await runServer();
} catch (error) {
  printFailure('chạy trang', error);
  process.exitCode = 1;
}
