/**
 * Writes the lockfiles of the examples named, or of all, after a change of their package.json: without the address of a
 * registry, and without a digest of ipsm-consent, which is another after each build.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {APPS, folderOf} from './apps.mjs';
import {pack, run} from './install.mjs';

await pack();
for (const name of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(APPS)) {
  const how = ['--package-lock-only', '--omit-lockfile-registry-resolved', '--no-audit', '--no-fund'];
  await run(folderOf(name), ['npm', 'install', ...how]);
  const file = join(folderOf(name), 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  delete lock.packages['node_modules/ipsm-consent'].integrity;
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
}
