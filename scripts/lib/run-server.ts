/** Serves the built site until the process is asked to end. */
import { basePath, outDir } from './content-dir.ts';
import { startStaticServer, type StaticServer } from './static-server.ts';
import { firstPort, printAddress, printPortTaken } from '../report/server-address.ts';

/** Starts the server, prints its address and closes it on Ctrl-C or SIGTERM, with exit code 0. */
export async function runServer(): Promise<StaticServer> {
  const server = await startStaticServer({ siteDir: outDir(), basePath: basePath(), port: firstPort(), ...(process.env['HOST'] ? { host: process.env['HOST'] } : {}), onPortTaken: printPortTaken });
  printAddress(server.url);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close().then(() => process.exit(0)));
  return server;
}
