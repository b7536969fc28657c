import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {drafted, edit, look, newTerms, policy, POLICY_TEXT} from '../../test/cli/desk.mjs';
import {json} from '../../test/helpers/project.mjs';

/** The two releases: what a page begins with, and what the operator publishes while it is open. */
export const [FIRST, SECOND] = ['2025-01-01', '2025-06-01'];
/** How the sentence of the second release begins. */
export const AGAIN = 'Again:';
const SITE = 'https://shop.example/policy/';
/** Everything is stated, so that a console has nothing to say of it. */
const STATED = {
  bin: '120140000126',
  address: 'Astana, Abai 1',
  term: '3 years',
  recipients: 'no',
  home: 'yes',
  abroad: 'Germany',
  public: 'no',
  keeping: '3 years, then it is deleted',
  approved: '2024-12-01',
  withdrawal: 'https://ipsm.kz/withdraw',
};
/** The same in the lines that have to agree with it. */
const LINES = {
  kk: {abroad: 'Германияда да сақталады', term: '3 жыл', public: 'таратылмайды'},
  ru: {abroad: 'хранятся и в Германии', term: '3 года', public: 'не распространяются'},
  en: {abroad: 'is stored in Germany as well', term: '3 years', public: 'is not distributed'},
};
const at = (day) => new Date(`${day}T07:00:00Z`);

/** @param {string} folder @param {string[]} args @param {string} day */
async function run(folder, args, day) {
  const {status, stdout, stderr} = await policy(folder, args, {now: at(day)});
  if (status) throw new Error(`ipsm-policy ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** The working folder of an operator, published twice, of which `upload/` holds the first release until `publish`. */
export async function makePolicy() {
  const folder = await drafted({after: () => {}}, {site: SITE, ...STATED}, 'ipsm-privacy');
  for (const [lang, lines] of Object.entries(LINES)) {
    const file = `draft/notice.${lang}.yaml`;
    writeFileSync(join(folder, `draft/document.${lang}.txt`), POLICY_TEXT);
    for (const [id, text] of Object.entries(lines))
      edit(
        folder,
        file,
        new RegExp(`(- id: ${id}\\n.*\\n {4}text: \\|\\n)(?: {6}.*\\n)+`),
        `$1      ${text}\n`,
      );
    edit(folder, file, /  - id: unstated\n(?: {4}.*\n)+/, '');
  }
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
