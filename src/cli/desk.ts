import {damageTo, readPublished, undecided, type PublishedRead} from './check/published.js';
import {latestEntry, DamagedArchive, type ArchiveEntry} from './folder/archive.js';
import {findFolder, SETTINGS} from './folder/find-folder.js';
import {BadSetting, readSettings, type Settings} from './folder/settings.js';
import type {Io} from './io.js';
import {refused, unusable} from './stop.js';
import type {Words} from './words/words.js';

/** What every command but `init` works with. */
export interface Desk {
  io: Io;
  w: Words;
  /** Code of the language that the operator reads. */
  lang: string;
  root: string;
  settings: Settings;
}

/** Finds the working folder. @throws {Stop} outside of any, or where its settings cannot be used */
export async function openDesk(io: Io, w: Words, lang: string): Promise<Desk> {
  const root = await findFolder(io);
  if (root === undefined) throw unusable('no-folder', w.noFolder(io.cwd));
  try {
    return {io, w, lang, root, settings: await readSettings(io.disk, root)};
  } catch (error) {
    if (!(error instanceof BadSetting)) throw error;
    throw unusable('settings', w.badSetting(error.setting, error.value, error.line), SETTINGS);
  }
}

/** What is read from the archive. @throws {Stop} where it cannot be */
export async function unharmed<T>(read: Promise<T>, {w}: Desk): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (!(error instanceof DamagedArchive)) throw error;
    const sentences = {
      unreadable: w.archiveUnreadable,
      altered: w.archiveAltered,
      missing: w.archiveMissing,
    };
    throw refused('archive', sentences[error.damage](), error.file);
  }
}

/** What is published now. @throws {Stop} where it cannot be read */
export const published = (desk: Desk): Promise<ArchiveEntry | undefined> =>
  unharmed(latestEntry(desk.io.disk, desk.root), desk);

/** Everything that was published, where the archive is all there. @throws {Stop} where the folder to upload says otherwise */
export async function readWhole({io, root, w}: Desk): Promise<PublishedRead> {
  const read = await readPublished(io.disk, root, w);
  const unreadable = read.newest ? undefined : read.findings.at(-1);
  const [wrong] = unreadable ? [unreadable] : undecided(read, w);
  if (wrong) throw refused(wrong.code, wrong.message, wrong.file);
  return read;
}

/** Nothing is made of an archive that was edited: the copy that it would replace may be the last true one. @throws {Stop} */
export async function refuseDamage({io, root, w}: Desk, read: PublishedRead): Promise<void> {
  const [first] = await damageTo(io.disk, root, read, w);
  if (first) throw refused(first.code, first.message, first.file);
}

/** What is published now, where the archive is all there. @throws {Stop} where the folder to upload says otherwise */
export const publishedWhole = async (desk: Desk): Promise<ArchiveEntry | undefined> =>
  (await readWhole(desk)).newest;
