import {join} from 'node:path';
import {unharmed, type Desk} from '../desk.js';
import {DRAFT, draftFiles} from '../draft/draft-files.js';
import {folderOf, numbersIn, readEntry} from '../folder/archive.js';
import {writeFile} from '../folder/write-file.js';
import type {Outcome} from '../outcome.js';
import {writeInstant} from '../publish/instant.js';
import {EXIT} from '../stop.js';
import {releaseNamed} from './diff.js';

type Files = Map<string, Buffer>;

/** The draft that an entry of the archive was made of; without files where only a release was cancelled. */
const draftOf = ({io, root}: Desk, number: number): Promise<Files> =>
  draftFiles(io.disk, root, `${folderOf(number)}/${DRAFT}`);

/** The files that a version was published from. */
async function sourceOf(desk: Desk, version: string): Promise<Files> {
  const {io, root} = desk;
  for (const number of await numbersIn(io.disk, root)) {
    const {manifest} = await unharmed(readEntry(io.disk, root, number), desk);
    if (manifest.releases.some((release) => release.version === version)) return draftOf(desk, number);
  }
  return new Map();
}

const isSame = (a: Files, b: Files) =>
  a.size === b.size && [...a].every(([name, bytes]) => b.get(name)?.equals(bytes));

/** Whether the archive has these very files. Remarks and answers that no release holds are somebody's work as well. */
async function isArchived(present: Files, desk: Desk): Promise<boolean> {
  for (const number of await numbersIn(desk.io.disk, desk.root)) {
    if (isSame(present, await draftOf(desk, number))) return true;
  }
  return false;
}

/** Makes the draft of a published release anew. What was in the draft and is not in the archive is kept aside. */
export async function restore(desk: Desk, version: string): Promise<Outcome> {
  const {io, root, settings, w} = desk;
  const {disk} = io;
  await releaseNamed(desk, version);
  const source = await sourceOf(desk, version);
  const present = await draftFiles(disk, root);
  const isKept = present.size > 0 && !(await isArchived(present, desk));
  const time = writeInstant(io.now().getTime(), settings.offset)
    .slice(0, 19)
    .replace('T', ' ')
    .replaceAll(':', '-');
  const aside = isKept ? `${DRAFT} ${time}` : undefined;
  if (aside) await disk.rename(join(root, DRAFT), join(root, aside));
  else for (const name of present.keys()) if (!source.has(name)) await disk.remove(join(root, DRAFT, name));
  for (const [name, bytes] of source) await writeFile(disk, join(root, DRAFT, name), bytes);
  return {
    exitCode: EXIT.ok,
    result: {ok: true, version, aside: aside ?? null},
    lines: [w.restored(version, DRAFT), ...(aside ? [w.keptAside(aside)] : [])],
  };
}
