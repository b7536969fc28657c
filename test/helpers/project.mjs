import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** The project. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A file's JSON. */
export const json = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));
