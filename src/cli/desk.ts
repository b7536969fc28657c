import {lostFromArchive} from './check/published.js';
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
    throw refused('archive', w.archiveUnreadable(), error.file);
  }
}

/** What is published now. @throws {Stop} where it cannot be read */
export const published = (desk: Desk): Promise<ArchiveEntry | undefined> =>
  unharmed(latestEntry(desk.io.disk, desk.root), desk);

/** The same, where the archive is all there. @throws {Stop} where the folder to upload has more than it */
export async function publishedWhole(desk: Desk): Promise<ArchiveEntry | undefined> {
  const entry = await published(desk);
  const [lost] = await lostFromArchive(desk.io.disk, desk.root, desk.w);
  if (lost) throw refused(lost.code, lost.message, lost.file);
  return entry;
}
