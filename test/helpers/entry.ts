import {buildRecord, type Decision} from '../../src/core/build-record.js';
import {wireJson} from '../../src/core/canonical-json.js';
import type {Manifest} from '../../src/core/manifest.js';
import type {ConsentRecord} from '../../src/core/record.js';
import {releaseOf} from '../../src/core/release.js';
import {noticeDigest} from './digest.js';
import {aDecision} from './policy.js';

/** The record that a page makes of a decision, with the digest of the words that it showed. */
export async function aGenuineRecord(
  manifest: Manifest,
  version: string,
  change: Partial<Decision> = {},
): Promise<ConsentRecord> {
  const release = releaseOf(manifest, version)!;
  const {lang = 'kk'} = change;
  const noticeSha256 = await noticeDigest(lang, version, release.notice[lang]);
  return buildRecord(manifest, release, aDecision({noticeSha256, ...change}));
}

/** The same as a form posts it. */
export const anEntry = async (...args: Parameters<typeof aGenuineRecord>): Promise<string> =>
  wireJson(await aGenuineRecord(...args));
