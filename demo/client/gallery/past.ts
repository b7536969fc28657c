import {
  buildRecord,
  buildWithdrawal,
  canonicalJson,
  currentRelease,
  History,
  noticeDigests,
  sha256,
  type ConsentRecord,
  type ConsentStorage,
  type Manifest,
} from 'ipsm-consent/core';
import type {Deed} from './states.js';

const DAY_MS = 24 * 60 * 60_000;

const storage: ConsentStorage = {
  keys: () => Object.keys(localStorage),
  get: (key) => localStorage.getItem(key),
  set: (key, value) => (localStorage.setItem(key, value), true),
  remove: (key) => localStorage.removeItem(key),
  subscribe() {},
};

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/**
 * Writes into the device's storage what was decided before the page was opened, as the elements would have.
 * @param manifestUrl where the policy came from; `null` for that of the package
 */
export async function remember(
  deeds: readonly Deed[],
  manifest: Manifest,
  manifestUrl: string | null,
  lang: string,
): Promise<void> {
  const history = new History(storage, manifest.id, sha256);
  let before: ConsentRecord | undefined;
  for (const [i, {state, by, daysAgo = 30, progress, purposes = {}, purpose}] of deeds.entries()) {
    const act = {
      id: uuid(i + 1),
      time: new Date(Date.now() - daysAgo * DAY_MS),
      method: by ?? 'form-checkbox',
      source: manifestUrl ? ('network' as const) : ('bundled' as const),
      manifestUrl,
    };
    const release = currentRelease(manifest, act.time)!;
    const notice = lang in release.notice ? lang : Object.keys(release.notice)[0]!;
    const digests = await noticeDigests(release, sha256);
    const record: ConsentRecord | undefined =
      state === 'withdrawn' && before
        ? buildWithdrawal(
            {record: before, sha256: await sha256(canonicalJson(before))},
            {...act, purpose},
            manifest,
          )
        : buildRecord(manifest, release, {
            ...act,
            state,
            lang: notice,
            noticeSha256: digests[notice]!,
            purposes,
          });
    history.commit(record!, progress ?? 'here');
    before = record;
  }
}
