import type {Release} from '../core/index.js';
import {differencesBetween, type Difference} from './check/flatten.js';
import {changedParagraphs, type Changed} from './check/paragraphs.js';
import type {Desk} from './desk.js';
import {paragraphsOf} from './draft/page-text.js';
import type {Draft} from './draft/read-draft.js';
import {DamagedArchive, documentsOf, readDocuments} from './folder/archive.js';

/** A release, and the draft that it was made of where it is not published. */
export interface Side {
  release: Release;
  draft?: Draft;
}

/** A difference; of a full text its paragraphs, where both can be read. */
export type ReadDifference = Difference & {paragraphs?: Changed[]};

/** The page with the full text of a release. @throws {DamagedArchive} where it is not what was published */
export async function documentOf(
  {io, root}: Desk,
  {release, draft}: Side,
  lang: string,
): Promise<string | undefined> {
  if (draft) {
    const document = draft.documents.find((one) => one.lang === lang);
    return document && String(document.bytes);
  }
  const documents = documentsOf(release).filter((one) => one.lang === lang);
  const [page] = (await readDocuments(io.disk, root, documents)).values();
  return page && String(page);
}

/** The same, or nothing: that the archive is damaged, `check` says; what a page says that was edited, nobody was told. */
async function readableOf(desk: Desk, side: Side, lang: string): Promise<string | undefined> {
  try {
    return await documentOf(desk, side, lang);
  } catch (error) {
    if (error instanceof DamagedArchive) return undefined;
    throw error;
  }
}

/** Every line in which two sides differ; of the full texts what they say. */
export async function differenceOf(desk: Desk, before: Side, after: Side): Promise<ReadDifference[]> {
  const read: ReadDifference[] = [];
  for (const line of differencesBetween(before.release, after.release)) {
    const [part, lang = ''] = line.path.split('.');
    const isBoth = part === 'documents' && line.before && line.after;
    const [old, fresh] = isBoth
      ? [await readableOf(desk, before, lang), await readableOf(desk, after, lang)]
      : [];
    read.push(
      old === undefined || fresh === undefined
        ? line
        : {...line, paragraphs: changedParagraphs(paragraphsOf(old), paragraphsOf(fresh))},
    );
  }
  return read;
}
