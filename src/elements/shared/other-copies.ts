import {storedElsewhere} from '../page/policy-store.js';
import {IpsmConsentChangeEvent} from './events.js';

function hear(event: Event): void {
  if (!(event instanceof IpsmConsentChangeEvent)) storedElsewhere();
}

/** From now on, what elements of another copy of this package store, such as a second script tag's, counts here too. */
export const followOtherCopies = (): void => addEventListener('ipsm-consent-change', hear);
