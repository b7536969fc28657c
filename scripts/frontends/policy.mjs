import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {drafted, look, newTerms, policy} from '../../test/cli/desk.mjs';
import {json} from '../../test/helpers/project.mjs';

/** The two releases: what a page begins with, and what the operator publishes while it is open. */
export const [FIRST, SECOND] = ['2025-01-01', '2025-06-01'];
/** How the sentence of the second release begins. */
export const AGAIN = 'Again:';
const SITE = 'https://shop.example/policy/';
const at = (day) => new Date(`${day}T07:00:00Z`);

/** @param {string} folder @param {string[]} args @param {string} day */
async function run(folder, args, day) {
  const {status, stdout, stderr} = await policy(folder, args, {now: at(day)});
  if (status) throw new Error(`ipsm-policy ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** The working folder of an operator, published twice, of which `upload/` holds the first release until `publish`. */
export async function makePolicy() {
  const folder = await drafted({after: () => {}}, {site: SITE}, 'ipsm-privacy');
  await look(folder);
  await run(folder, ['publish', '--date', 'now', '--yes', FIRST], FIRST);
  const upload = join(folder, 'upload');
  const file = join(upload, 'policy.json');
  const first = readFileSync(file);
  const page = await run(folder, ['html', '--inline', '--language', 'ru'], FIRST);
  newTerms(folder, AGAIN);
  await look(folder);
  await run(folder, ['publish', '--new-terms', '--date', 'now', '--yes', SECOND], SECOND);
  const second = readFileSync(file);
  const take = (bytes) => writeFileSync(file, bytes);
  take(first);
  return {
    upload,
    /** What `ipsm-policy html` prints, for a page of the same site. */
    page: page.replaceAll(new URL(SITE).origin, ''),
    manifest: () => json(file),
    publish: () => take(second),
    unpublish: () => take(first),
    remove: () => rmSync(folder, {recursive: true}),
  };
}
