// Writes docs/conformance.md from what the conformance suite measured last, in every engine: npm run conformance.
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {format, resolveConfig} from 'prettier';

const PAGE = 'docs/conformance.md';
const FOLDER = '.cache/conformance/';
const ENGINES = ['Chromium', 'Firefox', 'WebKit'];

const results = readdirSync(FOLDER).flatMap((file) => {
  const engine = file.split('-')[0];
  return JSON.parse(readFileSync(FOLDER + file, 'utf8')).map((result) => ({...result, engine}));
});
const missing = ENGINES.filter((engine) => !results.some((result) => result.engine === engine));
if (missing.length)
  throw new Error(`No results of ${missing.join(', ')}. Run: npm test -- test/conformance/*.test.ts`);

const of = (fields) =>
  results.filter((result) => Object.entries(fields).every(([key, value]) => result[key] === value));
const groups = [...new Set(results.map(({group}) => group))];

/** "40 / 40": passed of those that ran; what the driver cannot do is left out and told apart. */
function cell(fields) {
  const all = of(fields);
  const passed = all.filter(({state}) => state === 'passed').length;
  const skipped = all.filter(({state}) => state !== 'passed' && state !== 'failed').length;
  return `${passed} / ${all.length - skipped}${skipped ? ` (${skipped} left out)` : ''}`;
}

const columns = ENGINES.flatMap((engine) => ['native', 'ours'].map((kind) => ({engine, kind})));
const row = (title, fields) =>
  `| ${title} | ${columns.map((column) => cell({...fields, ...column})).join(' | ')} |`;
const behaviours = new Set(results.map(({group, name}) => `${group}: ${name}`)).size;

const differences = new Map();
for (const {why, name, kind, engine} of results) {
  if (kind !== 'ours' || !why) continue;
  if (!differences.has(why)) differences.set(why, new Map());
  const names = differences.get(why);
  names.set(name, [...(names.get(name) ?? []), engine]);
}
const where = (engines) => (engines.length === ENGINES.length ? '' : ` (${engines.join(', ')})`);

const text = `# The checkbox beside a native one

\`<ipsm-consent-checkbox>\` behaves in a form as \`<input type="checkbox" required>\` does. The suite in \`test/conformance/\` holds
${behaviours} behaviours, each run against the native control first, which proves the check, and then against ours. Where
engines disagree about a native control, ours does what the native one does in that engine. Written by
\`npm run conformance\` from the last run.

| behaviours | ${columns.map(({engine, kind}) => `${engine}, ${kind}`).join(' | ')} |
| --- |${columns.map(() => ' ---: |').join('')}
${groups.map((group) => row(group, {group})).join('\n')}
${row('**all**', {})}

"Left out" are behaviours that the engine's driver cannot show (the accessibility tree and emulation are Chromium's).

## Deliberate differences

Each is in the table, and the suite fails if ours stops to differ in just this way.

${[...differences]
  .map(
    ([why, names]) =>
      `- **${why}**\n${[...names].map(([name, engines]) => `  - ${name}${where(engines)}`).join('\n')}`,
  )
  .join('\n')}

## What the platform does not let a custom element do

- \`:checked\`, \`:required\`, \`:user-invalid\` and \`:user-valid\` do not match it; \`:state(checked)\`, \`:state(user-invalid)\` and
  \`:state(user-valid)\` do, with the same timing.
- To tell an attempt to send from a mere check, \`HTMLFormElement.prototype.checkValidity\` and \`reportValidity\` are wrapped
  once a page; they do what they did.
- A listener for clicks that was at the window before the element's script sees \`checked\`, \`record\` and validity as new,
  but a \`FormData\` that it builds itself as old.
`;
writeFileSync(PAGE, await format(text, {...(await resolveConfig(PAGE)), filepath: PAGE}));
console.log(`${PAGE}: ${behaviours} behaviours`);
