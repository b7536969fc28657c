'use client';
import {
  configure,
  type ConsentCheckboxElement,
  type ConsentRecord,
  type IpsmConsentChangeEvent,
} from 'ipsm-consent';
import 'ipsm-consent/define/ipsm-consent-checkbox.js';
import 'ipsm-consent/types/react';
import {useEffect, useEffectEvent, useImperativeHandle, useRef, type Ref} from 'react';

configure({policy: '/policy/policy.json'});

interface Props {
  ref?: Ref<ConsentCheckboxElement>;
  /** What the server has printed for before the script. */
  fallback: string;
  /** Hears the record of each tick, and `null` when there is none any more. */
  onRecord: (record: ConsentRecord | null, event?: IpsmConsentChangeEvent) => void;
}

export function ConsentField({ref, fallback, onRecord}: Props) {
  const own = useRef<ConsentCheckboxElement>(null);
  useImperativeHandle(ref, () => own.current!);
  const tell = useEffectEvent(onRecord);
  // React gives no listener to a custom element that it hydrates: https://github.com/react/react/issues/35446
  useEffect(() => {
    const box = own.current!;
    const hear = (event: IpsmConsentChangeEvent) => tell(box.record, event);
    box.addEventListener('ipsm-consent-change', hear);
    // ticked while React was on its way
    if (box.record) tell(box.record);
    return () => {
      box.removeEventListener('ipsm-consent-change', hear);
      // a box that is taken away takes its record along
      tell(null);
    };
  }, []);
  return (
    <ipsm-consent-checkbox
      ref={own}
      name="consent"
      subject-fields="surname given"
      // the element has touched what is in it by the time that React looks
      suppressHydrationWarning
      dangerouslySetInnerHTML={{__html: fallback}}
    />
  );
}
