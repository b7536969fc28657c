import type {ConsentCheckboxElement, ConsentRecord} from 'ipsm-consent';
import {useActionState, useEffect, useRef, useState} from 'react';
import {ConsentField} from './consent-field';
import {Around, Buttons, Fields, usePage} from './page';
import {register, type Answer} from './register';

type Sent = {answer: Answer; sent: FormData};
const textIn = (form: FormData | undefined, name: string) => String(form?.get(name) ?? '');

/** A form with an action. React resets it when the action is over, whatever came of it. */
export function ActionForm() {
  const page = usePage();
  const box = useRef<ConsentCheckboxElement>(null);
  const [record, setRecord] = useState<ConsentRecord | null>(null);
  const [state, action] = useActionState(
    async (_before: Sent | null, sent: FormData): Promise<Sent> => ({answer: await register(sent), sent}),
    null,
  );

  // after the reset, which takes the tick and what is said of it
  useEffect(() => {
    if (!state) return;
    const {answer, sent} = state;
    if (answer.ok) box.current?.commit(sent);
    else box.current?.reask('', answer.refusal);
  }, [state]);

  return (
    <form action={action}>
      {/* what was typed stays, since the reset goes back to these */}
      <Fields surname={textIn(state?.sent, 'surname')} given={textIn(state?.sent, 'given')} />
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
      <Around {...{page, record}} answer={state?.answer ?? null} />
    </form>
  );
}
