import {resolve} from 'node:path';
import type {Io} from './io.js';
import {notText} from './not-text.js';
import {unusable} from './stop.js';
import type {Words} from './words/words.js';
import {codeOf, isTooLarge} from './folder/disk.js';
import {textOf} from './folder/read-text.js';

/** A text file that a person has named. */
interface GivenFile {
  bytes: Buffer;
  text: string;
}

/** Reads it. @param file as it was typed @throws {Stop} where it is not there, is a folder, is too large or is no text */
export async function readGiven({cwd, disk}: Io, file: string, w: Words): Promise<GivenFile> {
  const complaints: Record<string, string> = {
    ENOENT: w.noFile(file),
    ENOTDIR: w.noFile(file),
    EISDIR: w.isFolder(file),
  };
  const read = async () => {
    const bytes = await disk.readFile(resolve(cwd, file));
    return {bytes, text: textOf(bytes)};
  };
  const {bytes, text} = await read().catch((error: unknown) => {
    if (isTooLarge(error)) throw unusable('file-too-large', w.fileTooLarge(file), file);
    const complaint = complaints[codeOf(error) ?? ''];
    throw complaint === undefined ? error : unusable('no-file', complaint, file);
  });
  if (text === undefined) {
    const {code, message} = notText(bytes, {file, line: null}, w);
    throw unusable(code, message, file);
  }
  return {bytes, text};
}
