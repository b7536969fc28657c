import {existsSync, statSync} from 'node:fs';
import {isAbsolute, relative, resolve, sep} from 'node:path';
import {safeUrl, type Lang} from '../../core/index.js';
import {unusable} from '../cli-error.js';

/** A document of the new release, as a flag names it. */
export interface DocumentValue {
  /** Absolute. */
  path: string;
  /** As the person wrote it. */
  shown: string;
  /** For the manifest: relative to it, unless the person gave another. */
  url: string;
}

/** Where `path@url` may be cut: nowhere, or at any of its @; a folder's name may hold one as well. */
const cuts = (given: string): [string, string | undefined][] => [
  [given, undefined],
  ...[...given.matchAll(/@/g)].map(({index}): [string, string] => [
    given.slice(0, index),
    given.slice(index + 1),
  ]),
];

/** The path from the manifest's folder as a relative URL. */
function urlFrom(folder: string, path: string): string | undefined {
  const steps = relative(folder, path);
  // another drive on Windows
  return isAbsolute(steps) ? undefined : steps.split(sep).map(encodeURIComponent).join('/');
}

const isFile = (path: string) => existsSync(path) && statSync(path).isFile();

/**
 * Reads `path` or `path@url`.
 * @param cwd folder that the path is relative to
 * @param folder of the manifest
 */
export function documentValue(lang: Lang, given: string, cwd: string, folder: string): DocumentValue {
  const found = cuts(given).find(([path]) => isFile(resolve(cwd, path)));
  if (!found)
    throw unusable('no-file', '--document', `There is no file for "${lang}" at ${given}. Check the path.`);
  const [shown, served] = found;
  const path = resolve(cwd, shown);
  const url = served ?? urlFrom(folder, path);
  // Any base will do: what counts is whether pages will render it as a link.
  if (url && safeUrl(url, 'https://manifest.invalid/')) return {path, shown, url};
  throw unusable(
    'usage',
    '--document',
    `"${served ?? shown}" is no address that pages may link to. Write ${lang}=${shown}@https://… with the address where it is served.`,
  );
}
