import {join} from 'node:path';
import {createApp} from './app.js';
import {openInFolder, openInMemory, openOnServer, type Opened} from './database.js';
import {projectRoot} from './files.js';
import {passwordOfLedger} from './ledger-password.js';
import {listen} from './listen.js';

/** Until somebody says otherwise. */
const THIS_MACHINE = '127.0.0.1';

function fail(message: string): never {
  console.error(`ipsm-consent demo: ${message}`);
  process.exit(1);
}

async function openDatabase(): Promise<Opened> {
  const url = process.env['DATABASE_URL'];
  if (url) return openOnServer(url);
  const folder = join(projectRoot(), '.data');
  const database = await openInFolder(folder);
  if (database) return database;
  console.log(
    `ipsm-consent demo: another demo keeps its data in ${folder}; this one keeps its own in memory.`,
  );
  return openInMemory();
}

const wanted = Number(process.env['PORT'] ?? 8080);
if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535) {
  fail(`PORT must be a number from 0 to 65535, not "${process.env['PORT']}"`);
}

const database = await openDatabase().catch((error: Error) =>
  fail(process.env['DATABASE_URL'] ? `DATABASE_URL: ${error.message || error.name}` : error.message),
);
const {ledgerPassword, hint} = passwordOfLedger();
const app = await createApp({
  database,
  hosts: (process.env['HOSTS'] ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean),
  ledgerPassword,
});
const {server, port} = await listen(app, wanted, process.env['HOST'] ?? THIS_MACHINE);
console.log(`ipsm-consent demo: http://localhost:${port}/`);
console.log(`ipsm-consent demo: http://localhost:${port}/${hint}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close(() => void database.close());
    // A browser keeps its connection open for minutes; nobody waits that long for Ctrl-C.
    server.closeAllConnections();
  });
}
