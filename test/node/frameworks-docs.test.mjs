import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {ROOT} from '../helpers/project.mjs';
import {APPS} from '../../scripts/frontends/apps.mjs';

const read = (path) => readFileSync(join(ROOT, path), 'utf8');
/** Without the line breaks and commas that a formatter sets by the width there is. @param {string} text */
const plain = (text) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/,? ?([)\]}>])/g, '$1')
    .trim();
const docs = read('docs/frameworks.md');

/** What git knows of the examples, or would: no packages, nothing built. */
const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '--', 'examples'],
  {cwd: ROOT, encoding: 'utf8'},
)
  .split('\n')
  .filter((path) => /\.(ts|tsx|js|mjs|vue|svelte|html)$/.test(path) && existsSync(join(ROOT, path)));

describe('docs/frameworks.md', () => {
  const sources = files.map((path) => plain(read(path)));

  for (const [, language, lines] of docs.matchAll(/```(\w+)\n([\s\S]*?)```/g)) {
    const [first] = lines.split('\n');
    it(`shows a piece of an example in ${language}: ${first}`, () => {
      assert.ok(
        sources.some((source) => source.includes(plain(lines))),
        lines,
      );
    });
  }

  it('leads to files that are there', () => {
    for (const [, path] of docs.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g))
      if (!path.startsWith('https:')) assert.ok(existsSync(join(ROOT, 'docs', path)), path);
  });

  it('has a section for every example of a frontend', () => {
    for (const name of Object.keys(APPS).filter((each) => each !== 'plain'))
      assert.match(docs, new RegExp(`^## ${name}\\b`, 'im'), name);
  });
});
