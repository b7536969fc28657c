import {readFile} from 'node:fs/promises';
import {createVerifier, type Verifier} from 'ipsm-consent/server';
import {manifestOf} from './qa-releases.js';
import type {QaDesk} from './qa-settings.js';

/** A policy as it is published at this moment. */
export interface PublishedPolicy {
  /** The manifest's text: kept beside everything that was judged by it. */
  manifestText: string;
  verifier: Verifier;
  /** How long after a new release the one before still counts, in milliseconds. */
  grace?: number;
}

/** Looks up what is published now; a tester's token may say that it is something else. */
export type Published = (qa?: string) => Promise<PublishedPolicy>;

async function policyOf(manifestText: string): Promise<PublishedPolicy> {
  return {manifestText, verifier: await createVerifier(JSON.parse(manifestText))};
}

/** A manifest file, read anew when it changes: QA publishes a release and the next tick is judged by it. */
export function publishedInFile(path: string): Published {
  let policy: Promise<PublishedPolicy> | undefined;
  let text: string | undefined;
  return async () => {
    const latest = await readFile(path, 'utf8');
    if (!policy || latest !== text) policy = policyOf((text = latest));
    return policy;
  };
}

/** The policy that the package brings along, as pages without a manifest use it. */
export async function publishedInPackage(): Promise<Published> {
  const {ipsmPolicy} = await import('ipsm-consent/policies/ipsm');
  const policy = await policyOf(JSON.stringify(ipsmPolicy.manifest));
  return () => Promise.resolve(policy);
}

/**
 * What a tester's switches publish, where there is a token. Without the verifier's time of grace: a tester does not want
 * to wait for half an hour.
 */
export function publishedBySwitches(folder: string, desk: QaDesk, published: Published): Published {
  return async (qa) => {
    if (!qa) return published();
    return {...(await policyOf(JSON.stringify(await manifestOf(folder, desk.of(qa))))), grace: 0};
  };
}
