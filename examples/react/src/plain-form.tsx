import type {ConsentCheckboxElement, ConsentRecord} from 'ipsm-consent';
import {useRef, useState, type SubmitEvent} from 'react';
import {ConsentField} from './consent-field';
import {Around, Buttons, Fields, usePage} from './page';
import {register, type Answer} from './register';

/** A form with a handler of its own. */
export function PlainForm() {
  const page = usePage();
  const box = useRef<ConsentCheckboxElement>(null);
  const [record, setRecord] = useState<ConsentRecord | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);

  async function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const sent = new FormData(event.currentTarget);
    const answer = await register(sent);
    setAnswer(answer);
    if (answer.ok) box.current?.commit(sent);
    else box.current?.reask('', answer.refusal);
  }

  return (
    <form onSubmit={send}>
      <Fields />
      {page.isShown && (
        <ConsentField
          ref={box}
          onRecord={(record, event) => {
            setRecord(record);
            page.note(event);
          }}
        />
      )}
      <Buttons />
      <Around {...{page, record, answer}} />
    </form>
  );
}
