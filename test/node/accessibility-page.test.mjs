import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {test} from 'node:test';

/** What the elements are held to. */
const CRITERIA =
  '1.4.3 1.4.4 1.4.10 1.4.11 1.4.12 1.4.13 2.1.2 2.2.1 2.4.3 2.4.4 2.4.11 2.5.2 2.5.3 2.5.8 3.1.1 3.1.2 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 4.1.2 4.1.3';

const [, section] = readFileSync('docs/accessibility.md', 'utf8').split('### Criterion by criterion');
const rows = section
  .split('## ')[0]
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

test('the page about accessibility has a test for each criterion', () => {
  const named = rows.flatMap(([, criteria]) => criteria.split(', '));
  const byNumber = (one, other) => one.localeCompare(other, 'en', {numeric: true});
  assert.deepEqual(named.sort(byNumber), CRITERIA.split(' '));
});

test('each test that it names is there', () => {
  const names = rows.flatMap(([, , , tests]) => [...tests.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  assert.ok(names.length >= rows.length);
  const missing = names.filter((name) => !existsSync(`test/${name}.test.ts`) && !existsSync(`test/${name}`));
  assert.deepEqual(missing, []);
});
