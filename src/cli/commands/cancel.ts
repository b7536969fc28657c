import {currentRelease, readManifest, type Manifest} from '../../core/index.js';
import {createAsker} from '../ask.js';
import {publishedWhole, readWhole, refuseDamage, unharmed, type Desk} from '../desk.js';
import {changePublished} from '../folder/change-published.js';
import {refreshUpload, UPLOAD} from '../folder/upload.js';
import type {Outcome} from '../outcome.js';
import {aheadOfAll, hasBegun} from '../publish/ahead-of-all.js';
import {confirmVersion} from '../publish/confirm-version.js';
import {writeInstant} from '../publish/instant.js';
import {EXIT, refused, unusable, type Stop} from '../stop.js';

/** Why this version cannot be cancelled; `undefined` where it can, or already is. */
function reason(manifest: Manifest | undefined, version: string, {io, w}: Desk): Stop | undefined {
  const release = manifest?.releases.find((candidate) => candidate.version === version);
  if (!manifest || !release) {
    return unusable(
      'unknown-version',
      w.unknownVersion(version, manifest?.releases.map((one) => one.version) ?? []),
    );
  }
  if (release.cancelled !== null) return undefined;
  return hasBegun(release, io.now()) ? refused('in-force', w.cannotCancel(version)) : undefined;
}

const isCancelled = (manifest: Manifest | undefined, version: string) =>
  manifest?.releases.some((release) => release.version === version && release.cancelled !== null);

/** Cancels a release that has only been announced. */
export async function cancel(desk: Desk, version: string, {yes}: {yes?: string}): Promise<Outcome> {
  const {io, root, settings, w} = desk;
  const read = await readWhole(desk);
  const manifest = read.newest?.manifest;
  const stop = reason(manifest, version, desk);
  if (stop) throw stop;
  await refuseDamage(desk, read);
  // The site asks about the first version before its day as well.
  const isAsked = manifest !== undefined && aheadOfAll(manifest, io.now())?.version === version;
  const agreed = isAsked ? [w.agreedToCancelled()] : [];
  if (!isCancelled(manifest, version)) {
    const asker = createAsker(io, w);
    try {
      await confirmVersion(version, yes, asker, w, {
        refusal: w.cancelNotConfirmed(version),
        lines: agreed,
        question: w.typeToCancel(version),
      });
    } finally {
      asker?.close();
    }
  }
  await changePublished(io.disk, root, (entry) => {
    const again = reason(entry?.manifest, version, desk);
    if (again) throw again;
    if (isCancelled(entry?.manifest, version)) return undefined;
    const cancelled = writeInstant(io.now().getTime(), settings.offset);
    const releases = entry!.manifest.releases.map((release) =>
      release.version === version ? {...release, cancelled} : release,
    );
    return {manifest: readManifest({...entry!.manifest, releases}), files: {}};
  });
  await unharmed(refreshUpload(io.disk, root), desk);
  const after = (await publishedWhole(desk))!.manifest;
  const inForce = currentRelease(after, io.now());
  const {effectiveFrom = null} = after.releases.find((release) => release.version === version) ?? {};
  return {
    exitCode: EXIT.ok,
    result: {ok: true, cancelled: version},
    lines: [
      {text: inForce ? w.cancelled(version, inForce.version) : w.cancelledLast(version), style: 'bold'},
      ...agreed,
      w.uploadCancelled(UPLOAD, settings.site, version, effectiveFrom),
    ],
  };
}
