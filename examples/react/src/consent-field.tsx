import type {ConsentCheckboxElement, ConsentRecord, IpsmConsentChangeEvent} from 'ipsm-consent';
import 'ipsm-consent/define/ipsm-consent-checkbox.js';
import 'ipsm-consent/types/react';
import {useEffect, useEffectEvent, type Ref} from 'react';

interface Props {
  ref?: Ref<ConsentCheckboxElement>;
  /** Hears the record of each tick, and `null` when there is none any more. */
  onRecord: (record: ConsentRecord | null, event?: IpsmConsentChangeEvent) => void;
}

export function ConsentField({ref, onRecord}: Props) {
  // a box that is taken away takes its record along
  const forget = useEffectEvent(() => onRecord(null));
  useEffect(() => () => forget(), []);
  return (
    <ipsm-consent-checkbox
      ref={ref}
      name="consent"
      subject-fields="surname given"
      onipsm-consent-change={(event) => onRecord(event.currentTarget.record, event)}
    />
  );
}
