import {execFile} from 'node:child_process';
import {basename, dirname} from 'node:path';
import {promisify} from 'node:util';
import type {Manifest} from '../../core/index.js';
import {readOrStop, unusable} from '../cli-error.js';
import type {Io} from '../io.js';
import {openManifest, readAsWritten, type ManifestFile} from '../manifest-file.js';
import {isDraft, readDraft} from '../draft.js';
import {parseJson} from '../read-file.js';

const read = (json: unknown, from: string): Manifest =>
  readOrStop(
    () => (isDraft(json) ? readDraft(json) : readAsWritten(json)),
    () => `This is in ${from}.`,
  );

/** The manifest in an older copy. */
export const fromFile = async (io: Io, shown: string): Promise<Manifest> =>
  read((await openManifest(io, shown)).json, shown);

/** The manifest as it is in a git revision. */
export async function fromGit({path, shown}: ManifestFile, revision: string): Promise<Manifest> {
  const flag = '--against-git';
  if (revision.startsWith('-')) {
    throw unusable('usage', flag, `Expected a revision such as HEAD, found "${revision}".`);
  }
  try {
    const {stdout} = await promisify(execFile)(
      'git',
      ['-C', dirname(path), 'show', `${revision}:./${basename(path)}`],
      {encoding: 'buffer', maxBuffer: 64 * 1024 * 1024},
    );
    return read(parseJson(stdout, `${revision}:${shown}`), revision);
  } catch (error) {
    const {stderr, code} = error as {stderr?: Buffer; code?: unknown};
    if (code === 'ENOENT') throw unusable('git', flag, 'There is no git here. Install it, or use --against.');
    if (!stderr) throw error;
    const reason = String(stderr).trim().split('\n').at(-1);
    throw unusable('git', flag, `git cannot show ${shown} in "${revision}": ${reason}`);
  }
}
