import type {Manifest, Release} from '../../src/core/manifest.js';
import type {PolicyElement} from '../../src/elements/shared/policy-element.js';
import {ipsmPolicy} from '../../src/policies/ipsm.js';
import {stub} from './stub.js';

type Json<T> = {-readonly [K in keyof T]: T[K]};

/** A day, in milliseconds. */
export const DAY = 24 * 60 * 60_000;

/** ISO time some days from now, with offset. */
export const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();

/** The policy of the package with a document in each language, as version 1. */
function sample(): Manifest {
  const manifest = structuredClone(ipsmPolicy.manifest);
  const document = (lang: string) => ({url: `1.${lang}.html`, sha256: 'a'.repeat(64), anchor: '#{clause}'});
  const documents = {kk: document('kk'), ru: document('ru'), en: document('en')};
  Object.assign(manifest.releases[0]!, {version: '1', effectiveFrom: inDays(-100), documents});
  return manifest;
}

let count = 0;

/** A manifest on a server of the test's own: what it answers can change, and fail. */
export interface Publication {
  url: string;
  manifest: Manifest;
  /** Requests so far. */
  asked: number;
  /** Answers with this status from now on; 0: no network. */
  status: number;
  /** From now on answers are as of their request, and arrive when the function that this gives is called. */
  hold(): () => void;
  /** Publishes another release: a copy of the last one with these fields. */
  release(fields: Partial<Json<Release>> & {version: string}, changes?: string[]): void;
}

/** Publishes the policy of the package as version 1, in force for 100 days. */
export function publish(): Publication {
  const manifest = sample();
  let held: Promise<void> | undefined;
  const publication: Publication = {
    url: new URL(`/published/${count++}/manifest.json`, location.href).href,
    manifest,
    asked: 0,
    status: 200,
    hold() {
      let arrive = () => {};
      held = new Promise<void>((resolve) => (arrive = resolve));
      return arrive;
    },
    release(fields, changes) {
      const copy = structuredClone(manifest.releases.at(-1)!);
      for (const notice of Object.values(copy.notice)) {
        delete notice.changes;
        if (changes) notice.changes = changes;
      }
      manifest.releases.push({...copy, effectiveFrom: inDays(-1), change: 'material', ...fields});
    },
  };
  const before = window.fetch;
  stub(window, 'fetch', {
    writable: true,
    value: async (url: string, init?: RequestInit) => {
      if (url !== publication.url) return before.call(window, url, init);
      publication.asked++;
      if (!publication.status) throw new TypeError('no network');
      const answer = new Response(publication.status === 204 ? null : JSON.stringify(publication.manifest), {
        status: publication.status,
      });
      await held;
      return answer;
    },
  });
  return publication;
}

/** The person comes back to the page after some minutes. */
export function comeBack(minutes: number): void {
  const {now} = Date;
  const ahead = minutes * 60_000;
  stub(Date, 'now', {value: () => now() + ahead, writable: true});
  document.dispatchEvent(new Event('visibilitychange'));
}

/** A new release is published, the person comes back, and an element has it. */
export async function renew(
  publication: Publication,
  element: PolicyElement,
  fields: Partial<Json<Release>> = {},
  changes?: string[],
): Promise<void> {
  const release = {version: '2', ...fields};
  publication.release(release, changes);
  comeBack(6);
  await until(() => element.release?.version === release.version, `version ${release.version} is here`);
  await element.updateComplete;
}

/** From now on `new Date()` is this moment. */
export function clockAt(time: number): void {
  const RealDate = Date;
  stub(window, 'Date', {
    writable: true,
    value: class extends RealDate {
      constructor(...given: [number]) {
        super(...(given.length ? given : ([time] as [number])));
      }
    },
  });
}

/** Waits until the page shows what the check looks for. */
export async function until(check: () => unknown, what = String(check)): Promise<void> {
  const end = performance.now() + 5000;
  while (!check()) {
    if (performance.now() > end) throw new Error(`Never came true: ${what}`);
    await new Promise(requestAnimationFrame);
  }
}
