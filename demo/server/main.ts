import {createApp} from './app.js';
import {listen} from './listen.js';

const wanted = Number(process.env['PORT'] ?? 8080);
if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535) {
  console.error(`ipsm-consent demo: PORT must be a number from 0 to 65535, not "${process.env['PORT']}"`);
  process.exit(1);
}

const {server, port} = await listen(await createApp(), wanted);
console.log(`ipsm-consent demo: http://localhost:${port}/`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close();
    // A browser keeps its connection open for minutes; nobody waits that long for Ctrl-C.
    server.closeAllConnections();
  });
}
