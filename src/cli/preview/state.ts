import type {Release} from '../../core/index.js';
import {checkDraft, unnamed} from '../check/check-draft.js';
import {faceCounts, type FaceCount} from '../check/face.js';
import {checkPublished, readPublished} from '../check/published.js';
import {openQuestions, type OpenQuestion} from '../check/questions.js';
import {published, type Desk} from '../desk.js';
import {differenceOf} from '../difference.js';
import {sides} from '../difference-lines.js';
import {draftFiles} from '../draft/draft-files.js';
import {readDraft, type Draft} from '../draft/read-draft.js';
import {wordsDigest} from '../draft/words-digest.js';
import {sorted, type Finding} from '../finding.js';
import {lastRelease} from '../folder/archive.js';
import {sha256Of} from '../folder/sha256-of.js';
import {labelOf} from '../label-of.js';
import {aheadOfAll} from '../publish/ahead-of-all.js';
import {writeInstant} from '../publish/instant.js';
import {versionFor} from '../publish/version-for.js';
import {drawable} from './drawable.js';

/** What the preview knows of the draft at one moment. */
export interface PreviewState {
  /** Of the policy. */
  id: string;
  /** Changes with every change of the draft's files. */
  mark: string;
  draft: Draft;
  /** Of the words, as `publish` compares them. */
  digest: string;
  /** The draft, in force from now. */
  release: Release;
  /** The release that it follows. */
  before: Release | undefined;
  langs: string[];
  findings: Finding[];
  questions: OpenQuestion[];
  face: Record<string, FaceCount>;
  differences: {label: string; before: string; after: string}[];
}

const markOf = (files: ReadonlyMap<string, Buffer>) =>
  sha256Of([...files].map(([name, bytes]) => `${name} ${sha256Of(bytes)}\n`).join(''));

/** Changes when a file of the draft does. */
export const readMark = async ({io, root}: Desk): Promise<string> => markOf(await draftFiles(io.disk, root));

/** Reads the draft anew. */
export async function readState(desk: Desk): Promise<PreviewState> {
  const {io, root, settings, w} = desk;
  const files = await draftFiles(io.disk, root);
  const draft = readDraft(files, w);
  const entry = await published(desk);
  const before = lastRelease(entry);
  const isFirst = entry !== undefined && before === aheadOfAll(entry.manifest, io.now());
  const bare = unnamed(draft);
  const effectiveFrom = writeInstant(Math.floor(io.now().getTime() / 1000) * 1000 - 60_000, settings.offset);
  const documents = Object.fromEntries(
    Object.entries(bare.documents).map(([lang, document]) => [
      lang,
      {...document, url: `document/${lang}.html`},
    ]),
  );
  const differences = before ? await differenceOf(desk, {release: before}, {release: bare, draft}) : [];
  return {
    id: settings.id,
    mark: markOf(files),
    draft,
    digest: wordsDigest(bare),
    release: drawable({
      ...bare,
      version: versionFor(entry?.manifest, effectiveFrom),
      effectiveFrom,
      documents,
    }),
    before,
    langs: Object.keys(draft.notices),
    findings: sorted([
      ...checkDraft(draft, before, w, isFirst),
      ...(await checkPublished(io.disk, root, await readPublished(io.disk, root, w), w, settings.id)),
    ]),
    questions: openQuestions(draft, w),
    face: faceCounts(draft),
    differences: differences.map((difference) => {
      const lines = sides(difference, w);
      const saying = (wanted: string) =>
        lines.flatMap(({mark, text}) => (mark === wanted ? [text] : [])).join('\n');
      return {label: labelOf(difference.path, w), before: saying('-'), after: saying('+')};
    }),
  };
}
