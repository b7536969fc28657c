import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

function holdsProject(folder: string): boolean {
  try {
    const {name} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {name?: unknown};
    return name === 'ipsm-consent';
  } catch {
    return false;
  }
}

/** The project's folder, found upwards from this file: it runs compiled from `out/` and, in tests, from the source. */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!holdsProject(folder)) {
    if (folder === dirname(folder))
      throw new Error('demo: no package.json of ipsm-consent above the demo server');
    folder = dirname(folder);
  }
  return folder;
}
