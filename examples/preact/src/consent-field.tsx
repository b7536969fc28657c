import type {ConsentCheckboxElement, ConsentRecord, IpsmConsentChangeEvent} from 'ipsm-consent';
import 'ipsm-consent/define/ipsm-consent-checkbox.js';
import 'ipsm-consent/types/preact';
import type {RefObject} from 'preact';
import {useEffect} from 'preact/hooks';

interface Props {
  box: RefObject<ConsentCheckboxElement | null>;
  /** Hears the record of each tick, and `null` when there is none any more. */
  onRecord: (record: ConsentRecord | null, event?: IpsmConsentChangeEvent) => void;
}

export function ConsentField({box, onRecord}: Props) {
  // a box that is taken away takes its record along
  useEffect(() => () => onRecord(null), []);
  return (
    <ipsm-consent-checkbox
      ref={box}
      name="consent"
      subject-fields="surname given"
      onipsm-consent-change={(event) => onRecord(event.currentTarget.record, event)}
    />
  );
}
