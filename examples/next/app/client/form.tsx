'use client';
import type {ConsentCheckboxElement, ConsentRecord} from 'ipsm-consent';
import {useRef, useState, type SubmitEvent} from 'react';
import type {Answer} from '../accept';
import {Around, Fields} from '../around';
import {ConsentField} from '../consent-field';

/** Sends by `fetch`, to a route of the app. */
export function Form({fallback}: {fallback: string}) {
  const box = useRef<ConsentCheckboxElement>(null);
  const [record, setRecord] = useState<ConsentRecord | null>(null);
  const [heard, setHeard] = useState<string[]>([]);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [isShown, setShown] = useState(true);

  async function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const sent = new FormData(event.currentTarget);
    const response = await fetch('/register', {method: 'POST', body: sent});
    const answer = (await response.json()) as Answer;
    setAnswer(answer);
    if (answer.ok) box.current?.commit(sent);
    else box.current?.reask('', answer.refusal);
  }

  return (
    <form onSubmit={send}>
      <Fields />
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
