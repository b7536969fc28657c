import {msg, str} from '@lit/localize';
import type {Notice, Purpose, Release} from '../../core/manifest.js';
import {own} from '../../core/own.js';
import type {ShownNotice} from '../page/policy-context.js';
import {clausesForEars} from '../../l10n/notice-words.js';
import {warnOnce} from '../page/warn-once.js';

/**
 * What a box asks to agree to: the notice's sentence, that of a representative, or that for one purpose. `undefined` where
 * there is none.
 */
export function sentenceFor(
  shown: ShownNotice | undefined,
  purpose: string,
  by: 'self' | 'representative',
): string | undefined {
  if (!shown) return undefined;
  if (!purpose) return by === 'self' ? shown.notice.agree : shown.notice.agreeFor;
  const sentence = own(shown.notice.purposes, purpose);
  if (sentence === undefined) {
    warnOnce(
      'unknown-purpose',
      `The policy has no sentence for the purpose "${purpose}": its box is not shown.`,
    );
  }
  return sentence;
}

/** The sentence of an optional purpose, in the words of a notice, quoted: it may say "I agree" where nobody did. Else its clause. */
export function purposeSentence(notice: Notice | undefined, {id, clause}: Purpose): string {
  const sentence = own(notice?.purposes, id);
  return sentence
    ? msg(str`«${sentence}»`, {desc: 'Quotes the sentence of a purpose'})
    : clausesForEars([clause]);
}

/** Whether the release does nothing without the purpose. */
export const isRequiredPurpose = (release: Release | undefined, purpose: string): boolean =>
  Boolean(release?.terms.purposes.find(({id}) => id === purpose)?.required);
