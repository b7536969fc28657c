import {createAdaptorServer} from '@hono/node-server';
import type {Hono} from 'hono';
import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';

const TRIES = 20;

const listenOnce = (server: Server, port: number) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      server.off('error', reject);
      resolve();
    });
  });

/** Listens on the port, or on the next one that is free; 0 takes any. Returns the server and the port it got. */
export async function listen(app: Hono, firstPort: number): Promise<{server: Server; port: number}> {
  for (let port = firstPort; ; port++) {
    const server = createAdaptorServer({fetch: app.fetch}) as Server;
    try {
      await listenOnce(server, port);
      return {server, port: (server.address() as AddressInfo).port};
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!taken || port >= firstPort + TRIES) throw error;
    }
  }
}
