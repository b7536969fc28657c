import type {Release} from '../../core/index.js';
import {unnamed} from '../check/check-draft.js';
import {published, type Desk} from '../desk.js';
import {differenceOf, type Side} from '../difference.js';
import {differenceLines} from '../difference-lines.js';
import {DRAFT, draftFiles} from '../draft/draft-files.js';
import {readDraft} from '../draft/read-draft.js';
import type {Outcome} from '../outcome.js';
import {EXIT, unusable} from '../stop.js';

/** A published release by its version. @throws {Stop} where there is none */
export async function releaseNamed(desk: Desk, version: string): Promise<Release> {
  const releases = (await published(desk))?.manifest.releases ?? [];
  const release = releases.find((candidate) => candidate.version === version);
  if (release) return release;
  throw unusable(
    'unknown-version',
    desk.w.unknownVersion(
      version,
      releases.map((one) => one.version),
    ),
  );
}

/** A release, or the draft by its folder's name. */
async function sideOf(desk: Desk, name: string): Promise<Side> {
  if (name !== DRAFT) return {release: await releaseNamed(desk, name)};
  const draft = readDraft(await draftFiles(desk.io.disk, desk.root), desk.w);
  return {release: unnamed(draft), draft};
}

/** Shows every line in which two releases differ. */
export async function diff(desk: Desk, a: string, b: string): Promise<Outcome> {
  const differences = await differenceOf(desk, await sideOf(desk, a), await sideOf(desk, b));
  const {w} = desk;
  return {
    exitCode: EXIT.ok,
    result: {ok: true, differences},
    lines: differences.length ? differenceLines(differences, w) : [w.noDifference(a, b)],
  };
}
