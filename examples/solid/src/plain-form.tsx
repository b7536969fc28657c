import type {ConsentCheckboxElement, ConsentRecord} from 'ipsm-consent';
import {createSignal, Show} from 'solid-js';
import {Around} from './around';
import {ConsentField} from './consent-field';
import {register, type Answer} from './register';

export function PlainForm() {
  let box: ConsentCheckboxElement | undefined;
  const [record, setRecord] = createSignal<ConsentRecord | null>(null);
  const [heard, setHeard] = createSignal<string[]>([]);
  const [answer, setAnswer] = createSignal<Answer>();
  const [isShown, setShown] = createSignal(true);

  async function send(event: SubmitEvent & {currentTarget: HTMLFormElement}) {
    event.preventDefault();
    const sent = new FormData(event.currentTarget);
    const answer = await register(sent);
    setAnswer(answer);
    if (answer.ok) box?.commit(sent);
    else box?.reask('', answer.refusal);
  }

  return (
    <>
      <form onSubmit={send}>
        <p>
          <label>
            Surname <input name="surname" required />
          </label>
        </p>
        <p>
          <label>
            Given name <input name="given" required />
          </label>
        </p>
        <Show when={isShown()}>
          <ConsentField
            ref={(element) => (box = element)}
            onRecord={(record, event) => {
              setRecord(record);
              if (event) setHeard((before) => [...before, event.cause]);
            }}
          />
        </Show>
        <p>
          <button type="submit">Register</button> <button type="reset">Start again</button>
        </p>
      </form>
      <Around
        record={record()}
        heard={heard()}
        answer={answer()}
        onToggle={() => setShown((before) => !before)}
      />
    </>
  );
}
