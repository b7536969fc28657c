// Writes version and digest of this build into the script tag that the README shows. A test holds that they are there.
import {readFileSync, writeFileSync} from 'node:fs';

const NAME = 'ipsm-consent.min.js';
const {version} = JSON.parse(readFileSync('package.json', 'utf8'));
const digest = JSON.parse(readFileSync('dist/sri.json', 'utf8'))[NAME];
const text = readFileSync('README.md', 'utf8');
const shown = text.replace(
  /ipsm-consent@[^/]+(\/dist\/cdn\/ipsm-consent\.min\.js"\s+integrity=")[^"]*/,
  (_, between) => `ipsm-consent@${version}${between}${digest}`,
);
if (shown !== text) writeFileSync('README.md', shown);
