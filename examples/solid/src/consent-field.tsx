import type {ConsentCheckboxElement, ConsentRecord, IpsmConsentChangeEvent} from 'ipsm-consent';
import 'ipsm-consent/define/ipsm-consent-checkbox.js';
import 'ipsm-consent/types/solid';
import {onCleanup} from 'solid-js';

interface Props {
  ref?: (element: ConsentCheckboxElement) => void;
  /** Hears the record of each tick, and `null` when there is none any more. */
  onRecord: (record: ConsentRecord | null, event?: IpsmConsentChangeEvent) => void;
}

export function ConsentField(props: Props) {
  // a box that is taken away takes its record along
  onCleanup(() => props.onRecord(null));
  return (
    <ipsm-consent-checkbox
      ref={(element: ConsentCheckboxElement) => props.ref?.(element)}
      name="consent"
      subject-fields="surname given"
      on:ipsm-consent-change={(event) => props.onRecord(event.currentTarget.record, event)}
    />
  );
}
