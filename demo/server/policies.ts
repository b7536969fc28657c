import {readFile} from 'node:fs/promises';
import type {Manifest} from 'ipsm-consent/core';
import {createVerifier, type Verifier} from 'ipsm-consent/server';
import {manifestOf} from './qa-releases.js';
import type {QaDesk} from './qa-desk.js';

/** A policy as it is published at this moment. */
export interface PublishedPolicy {
  verifier: Verifier;
  /** How long after a new release the one before still counts, in milliseconds. */
  grace?: number;
}

/** Looks up what is published now; a tester's token may say that it is something else. */
export type Published = (qa?: string) => Promise<PublishedPolicy>;

/** A manifest file, read anew when it changes: QA publishes a release and the next tick is judged by it. */
export function publishedInFile(path: string): Published {
  let policy: Promise<PublishedPolicy> | undefined;
  let text: string | undefined;
  return async () => {
    const latest = await readFile(path, 'utf8');
    if (!policy || latest !== text) {
      text = latest;
      policy = createVerifier(JSON.parse(latest)).then((verifier) => ({verifier}));
    }
    return policy;
  };
}

/** The policy that the package brings along, as pages without a manifest use it. */
export async function publishedInPackage(): Promise<Published> {
  const {ipsmPolicy} = await import('ipsm-consent/policies/ipsm');
  const policy = {verifier: await createVerifier(ipsmPolicy.manifest)};
  return () => Promise.resolve(policy);
}

/**
 * What a tester's switches publish, where there is a token. Without the verifier's time of grace: a tester does not want
 * to wait for half an hour.
 */
export function publishedBySwitches(folder: string, desk: QaDesk, published: Published): Published {
  return async (qa) => {
    if (!qa) return published();
    return {verifier: await createVerifier(await manifestOf(folder, desk.of(qa))), grace: 0};
  };
}

/** A verifier for all releases of two policies that are one by their id: what either page shows may be decided about. */
export async function verifierOfBoth(one: PublishedPolicy, other: PublishedPolicy): Promise<Verifier> {
  const releases = [...one.verifier.manifest.releases, ...other.verifier.manifest.releases];
  const manifest: Manifest = {...one.verifier.manifest, releases};
  return createVerifier(manifest);
}
