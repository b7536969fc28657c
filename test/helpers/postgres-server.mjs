import {execFileSync, spawn} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, rmSync, chownSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {inCI} from '../../scripts/browsers.mjs';
import {freePort} from './free-port.mjs';

/** Where Debian puts what is not on its PATH. */
const DEBIAN = '/usr/lib/postgresql';

function programs() {
  const debian = existsSync(DEBIAN) ? readdirSync(DEBIAN).map((version) => join(DEBIAN, version, 'bin')) : [];
  const folders = [...(process.env.PATH ?? '').split(':'), ...debian];
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))));
}

/** Postgres refuses to run as root. */
function ordinaryUser() {
  if (process.getuid?.() !== 0) return {};
  const id = (/** @type {string} */ flag) => Number(execFileSync('id', [flag, 'nobody'], {encoding: 'utf8'}));
  return {uid: id('-u'), gid: id('-g')};
}

/**
 * Starts a Postgres server of the test's own, if there is one on this machine; in CI there has to be.
 * @returns {Promise<{bin: string, user: {uid?: number, gid?: number}, url: string, crash: () => Promise<void>,
 *   start: () => Promise<void>, stop: () => Promise<void>} | undefined>}
 */
export async function startPostgres() {
  const bin = programs();
  if (!bin && inCI)
    throw new Error('No initdb and postgres on this machine. Install Postgres (.ci/run does).');
  if (!bin) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'ipsm-postgres-'));
  const user = ordinaryUser();
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const options = {...user, cwd: folder};
  const settings = ['--auth=trust', '--username=ipsm', '--no-sync', '--encoding=UTF8', '--locale=C'];
  execFileSync(join(bin, 'initdb'), [`--pgdata=${data}`, ...settings], {...options, stdio: 'pipe'});
  const port = await freePort();
  const listening = ['-h', '127.0.0.1', '-p', `${port}`, '-k', ''];
  let server, ended;

  async function start() {
    server = spawn(join(bin, 'postgres'), ['-D', data, '-F', ...listening], {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    ended = new Promise((resolve) => server.once('exit', resolve));
    await new Promise((resolve, reject) => {
      let said = '';
      server.stderr.setEncoding('utf8').on('data', (text) => {
        said += text;
        if (said.includes('ready to accept connections')) resolve(undefined);
      });
      server.once('exit', () => reject(new Error(`postgres ended:\n${said}`)));
    });
  }
  /** @param {NodeJS.Signals} signal */
  async function end(signal) {
    server.kill(signal);
    await ended;
  }

  await start();
  return {
    /** Where psql and the rest are. */
    bin,
    /** Whom its files have to belong to; nobody in particular where it is empty. */
    user,
    url: `postgres://ipsm@127.0.0.1:${port}/postgres`,
    /** Ends it at once, with all its processes and whatever they were about: the next start has to recover. */
    crash: () => end('SIGQUIT'),
    start,
    async stop() {
      // waits for the connections that are being closed
      await end('SIGTERM');
      rmSync(folder, {recursive: true});
    },
  };
}
