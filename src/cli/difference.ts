import {join} from 'node:path';
import type {Release} from '../core/index.js';
import {differencesBetween, type Difference} from './check/flatten.js';
import {changedParagraphs, type Changed} from './check/paragraphs.js';
import type {Desk} from './desk.js';
import {paragraphsOf} from './draft/page-text.js';
import {documentName, type Draft} from './draft/read-draft.js';
import {folderOf, numbersIn} from './folder/archive.js';
import {readIfThere} from './folder/disk.js';

/** A release, and the draft that it was made of where it is not published. */
export interface Side {
  release: Release;
  draft?: Draft;
}

/** A difference; of a full text its paragraphs, where both can be read. */
export type ReadDifference = Difference & {paragraphs?: Changed[]};

/** The page with the full text of a release. */
export async function documentOf(
  {io, root}: Desk,
  {release, draft}: Side,
  lang: string,
): Promise<string | undefined> {
  if (draft) {
    const document = draft.documents.find((one) => one.lang === lang);
    return document && String(document.bytes);
  }
  const name = documentName(release.version, lang);
  for (const number of await numbersIn(io.disk, root)) {
    const bytes = await readIfThere(io.disk, join(root, folderOf(number), name));
    if (bytes) return String(bytes);
  }
  return undefined;
}

/** Every line in which two sides differ; of the full texts what they say. */
export async function differenceOf(desk: Desk, before: Side, after: Side): Promise<ReadDifference[]> {
  const read: ReadDifference[] = [];
  for (const line of differencesBetween(before.release, after.release)) {
    const [part, lang = ''] = line.path.split('.');
    const isBoth = part === 'documents' && line.before && line.after;
    const [old, fresh] = isBoth
      ? [await documentOf(desk, before, lang), await documentOf(desk, after, lang)]
      : [];
    read.push(
      old === undefined || fresh === undefined
        ? line
        : {...line, paragraphs: changedParagraphs(paragraphsOf(old), paragraphsOf(fresh))},
    );
  }
  return read;
}
