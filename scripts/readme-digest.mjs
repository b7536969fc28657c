// Writes version and digest of this build into the script tags that the READMEs show. A test holds that they are there.
import {readFileSync, readdirSync, writeFileSync} from 'node:fs';

const {version} = JSON.parse(readFileSync('package.json', 'utf8'));
const digests = JSON.parse(readFileSync('dist/sri.json', 'utf8'));

for (const page of readdirSync('.').filter((name) => /^README.*\.md$/.test(name))) {
  const text = readFileSync(page, 'utf8');
  const shown = text
    .replaceAll(/(ipsm-consent)@[^/]+(\/dist\/cdn\/)/g, `$1@${version}$2`)
    .replaceAll(
      /(\/dist\/cdn\/)([\w.-]+)("\s+integrity=")[^"]*/g,
      (_, before, name, between) => before + name + between + digests[name],
    );
  if (shown !== text) writeFileSync(page, shown);
}
