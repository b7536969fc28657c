import {createAdaptorServer} from '@hono/node-server';
import type {Hono} from 'hono';
import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';

const TRIES = 20;

const listenOnce = (server: Server, port: number, host: string) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });

/** Listens at the host on the port, or on the next one that is free; 0 takes any. Returns the server and the port it got. */
export async function listen(
  app: Hono,
  firstPort: number,
  host: string,
): Promise<{server: Server; port: number}> {
  for (let port = firstPort; ; port++) {
    const server = createAdaptorServer({fetch: app.fetch}) as Server;
    try {
      await listenOnce(server, port, host);
      return {server, port: (server.address() as AddressInfo).port};
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!taken || port >= firstPort + TRIES) throw error;
    }
  }
}
