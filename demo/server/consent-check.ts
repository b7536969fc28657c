import {readFile} from 'node:fs/promises';
import {createVerifier, type Verdict, type Verifier} from 'ipsm-consent/server';
import {manifestOf} from './qa-releases.js';
import type {QaDesk} from './qa-settings.js';

/** Checks a record against a policy at a moment of the server's clock; a tester's token says which policy. */
export type ConsentCheck = (recordText: string, now: Date, qa?: string) => Promise<Verdict>;

/** Checks against a manifest file, read anew when it changes: QA publishes a release and the next tick is judged by it. */
export function checkAgainstFile(path: string): ConsentCheck {
  let text: string | undefined;
  let verifier: Promise<Verifier>;
  return async (recordText, now) => {
    const latest = await readFile(path, 'utf8');
    if (latest !== text) {
      verifier = createVerifier(JSON.parse(latest));
      text = latest;
    }
    return (await verifier).acceptConsent(recordText, {now});
  };
}

/** Checks against the policy that the package brings along, as pages without a manifest use it. */
export async function checkAgainstBundled(): Promise<ConsentCheck> {
  const {ipsmPolicy} = await import('ipsm-consent/policies/ipsm');
  const verifier = await createVerifier(ipsmPolicy.manifest);
  return (recordText, now) => Promise.resolve(verifier.acceptConsent(recordText, {now}));
}

/**
 * Checks against what a tester's switches publish, where there is a token. Without the verifier's time of grace: a tester
 * does not want to wait for half an hour.
 */
export function checkBySwitches(folder: string, desk: QaDesk, published: ConsentCheck): ConsentCheck {
  return async (recordText, now, qa) => {
    if (!qa) return published(recordText, now);
    const verifier = await createVerifier(await manifestOf(folder, qa, desk.of(qa)));
    return verifier.acceptConsent(recordText, {now, grace: 0});
  };
}
