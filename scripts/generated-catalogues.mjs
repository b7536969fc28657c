// What lit-localize writes is not linted (see eslint.config.js): the directives that it puts in switch nothing off.
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

const {output} = JSON.parse(readFileSync('lit-localize.json', 'utf8'));

/** Takes the linter's directives out of generated catalogues. @param {string} folder */
export function dropDirectives(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace(/^ *\/\* eslint-disable .*\*\/\n/gm, ''));
  }
}

if (process.argv[1] === import.meta.filename) dropDirectives(output.outputDir);
