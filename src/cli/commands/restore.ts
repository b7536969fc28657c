import {join} from 'node:path';
import {published, type Desk} from '../desk.js';
import {DRAFT, draftFiles} from '../draft/draft-files.js';
import {readDraft} from '../draft/read-draft.js';
import {folderOf, numbersIn, readEntry} from '../folder/archive.js';
import {writeFile} from '../folder/write-file.js';
import type {Outcome} from '../outcome.js';
import {publishedAlready} from '../publish/already.js';
import {writeInstant} from '../publish/instant.js';
import {EXIT} from '../stop.js';
import {releaseNamed} from './diff.js';

/** The files that a version was published from. */
async function sourceOf({io: {disk}, root}: Desk, version: string): Promise<Map<string, Buffer>> {
  for (const number of await numbersIn(disk, root)) {
    const {manifest} = await readEntry(disk, root, number);
    if (!manifest.releases.some((release) => release.version === version)) continue;
    return draftFiles(disk, root, `${folderOf(number)}/${DRAFT}`);
  }
  return new Map();
}

/** Makes the draft of a published release anew. What was in the draft and is not published is kept aside. */
export async function restore(desk: Desk, version: string): Promise<Outcome> {
  const {io, root, settings, w} = desk;
  const {disk} = io;
  await releaseNamed(desk, version);
  const source = await sourceOf(desk, version);
  const present = await draftFiles(disk, root);
  const manifest = (await published(desk))!.manifest;
  const isKept = [...present.keys()].length && !publishedAlready(manifest, readDraft(present, w), io.now());
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
