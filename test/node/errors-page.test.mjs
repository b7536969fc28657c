import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {codesGivenIn} from '../helpers/codes-of.mjs';
import {ROOT} from '../helpers/project.mjs';

const page = readFileSync(join(ROOT, 'docs/errors.md'), 'utf8');

/** Rows of the table below a heading, by cells. @param {string} heading */
function rowsBelow(heading) {
  const [, section] = page.split(`\n## ${heading}\n`);
  const lines = section.split('\n## ')[0].split('\n');
  return lines
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** Codes of console messages that stand in no typed source, since nothing of ours runs by then. */
const spokenEarly = () =>
  ['src/bundles', 'src/l10n', 'scripts/cdn'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), {encoding: 'utf8'})
      .filter((name) => /\.(ts|mjs)$/.test(name))
      .flatMap((name) => [
        ...readFileSync(join(ROOT, folder, name), 'utf8').matchAll(/ipsm-consent \[([a-z-]+)\]/g),
      ])
      .map(([, code]) => code),
  );

/** A union of texts that a source declares, and those that it is made of. @param {string} file @param {string} name */
function unionIn(file, name) {
  const source = readFileSync(join(ROOT, file), 'utf8');
  const [, body] = new RegExp(`type ${name} =([^;]*);`).exec(source);
  return [...body.matchAll(/'([^']+)'/g)].map(([, code]) => code);
}

const inTypes = [
  ['src/core/errors.ts', 'ReadErrorCode'],
  ['src/core/errors.ts', 'RefusalCode'],
].flatMap((union) => unionIn(...union));

const SECTIONS = {
  'In the page': () => [
    ...codesGivenIn('tsconfig.json', /^src\/(elements|platform|define|development|bundles)\//),
    ...spokenEarly(),
  ],
  'From the verifier': () => inTypes,
  'From the handler': () => codesGivenIn('tsconfig.json', /^src\/server\/handler\//),
  'From the ledger': () =>
    codesGivenIn('tsconfig.json', /^src\/server\/ledger\/audit/).filter((code) => !inTypes.includes(code)),
  'From the command line': () => [
    ...codesGivenIn('src/cli/tsconfig.json', /^src\/cli\//),
    // what the system says, by its own code
    'E…',
  ],
};

describe('docs/errors.md', () => {
  for (const [heading, codes] of Object.entries(SECTIONS))
    it(`lists the codes of the sources, none missing and none stale: ${heading}`, () => {
      const listed = rowsBelow(heading).map(([code]) => code.slice(1, -1));
      assert.ok(listed.length > 3);
      assert.deepEqual([...listed].sort(), [...new Set(codes())].sort());
    });

  it('knows every code of the event', () => {
    const {modules} = JSON.parse(readFileSync(join(ROOT, 'dist/custom-elements.json'), 'utf8'));
    const event = modules
      .flatMap(({declarations = []}) => declarations)
      .find(({name}) => name === 'IpsmConsentErrorEvent');
    const {type} = event.members.find(({name}) => name === 'code');
    const codes = [...type.text.matchAll(/'([^']*)'/g)].map(([, code]) => code);
    const listed = rowsBelow('In the page').map(([code]) => code.slice(1, -1));
    assert.ok(codes.length > 10);
    assert.deepEqual(
      codes.filter((code) => !listed.includes(code)),
      [],
    );
  });

  it('says of each what happened, and what to do', () => {
    for (const heading of Object.keys(SECTIONS))
      for (const [code, happened, remedy] of rowsBelow(heading)) assert.ok(happened && remedy, code);
  });

  it('has no section that this test does not know', () => {
    const headings = [...page.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    assert.deepEqual(headings, Object.keys(SECTIONS));
  });
});
