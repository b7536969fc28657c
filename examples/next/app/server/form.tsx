'use client';
import type {ConsentCheckboxElement, ConsentRecord} from 'ipsm-consent';
import {useActionState, useEffect, useRef, useState} from 'react';
import {register} from '../actions';
import {Around, Fields} from '../around';
import {ConsentField} from '../consent-field';

/** Sends to a server action, without the script as well. React resets the form when the action is over. */
export function Form({fallback}: {fallback: string}) {
  const box = useRef<ConsentCheckboxElement>(null);
  const [record, setRecord] = useState<ConsentRecord | null>(null);
  const [heard, setHeard] = useState<string[]>([]);
  const [isShown, setShown] = useState(true);
  const [answer, action] = useActionState(register, null);

  // after the reset, which takes the tick and what is said of it
  useEffect(() => {
    if (answer?.ok && answer.entry) box.current?.commit(answer.entry);
    if (answer && !answer.ok) box.current?.reask('', answer.refusal);
  }, [answer]);

  return (
    <form action={action}>
      {/* what was typed stays, since the reset goes back to these */}
      <Fields {...(answer && !answer.ok ? answer.fields : {})} />
      {isShown && (
        <ConsentField
          ref={box}
          fallback={fallback}
          onRecord={(record, event) => {
            setRecord(record);
            if (event) setHeard((before) => [...before, event.cause]);
          }}
        />
      )}
      <p>
        <button type="submit">Register</button> <button type="reset">Start again</button>
      </p>
      <Around {...{record, heard, answer}} onToggle={() => setShown(!isShown)} />
    </form>
  );
}
