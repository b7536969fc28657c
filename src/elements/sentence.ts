import type {Release} from '../core/manifest.js';
import type {ShownNotice} from './policy-context.js';
import {warnOnce} from './warn-once.js';

/** What a box asks to agree to: the notice's sentence, or that for one purpose. `undefined` where there is none. */
export function sentenceFor(shown: ShownNotice | undefined, purpose: string): string | undefined {
  if (!shown || !purpose) return shown?.notice.agree;
  const {purposes = {}} = shown.notice;
  if (Object.hasOwn(purposes, purpose)) return purposes[purpose];
  warnOnce(
    'unknown-purpose',
    `The policy has no sentence for the purpose "${purpose}": its box is not shown.`,
  );
  return undefined;
}

/** Whether the release does nothing without the purpose. */
export const isRequiredPurpose = (release: Release | undefined, purpose: string): boolean =>
  Boolean(release?.terms.purposes.find(({id}) => id === purpose)?.required);
