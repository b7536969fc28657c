/**
 * Whether this checkout is ready to be published as a tag says: `node scripts/check-release.mjs v1.2.3`. The version and the
 * heading of the CHANGELOG have to be that, and the heading has to have a date.
 */
import {readFileSync} from 'node:fs';

const read = (file) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
const [tag] = process.argv.slice(2);
const {version} = JSON.parse(read('package.json'));
const [, heading] = /^## (.*)$/m.exec(read('CHANGELOG.md')) ?? [];

const problems = [];
if (tag !== `v${version}`)
  problems.push(`The tag is "${tag}", and package.json says ${version}. Tag v${version}.`);
if (!new RegExp(`^${version.replaceAll('.', '\\.')}, \\d{4}-\\d\\d-\\d\\d$`).test(heading))
  problems.push(`CHANGELOG.md begins with "${heading}". Write there: ## ${version}, and the date.`);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
