import {createForm} from '@tanstack/solid-form';
import type {ConsentCheckboxElement, ConsentRecord} from 'ipsm-consent';
import {createSignal, For, Show} from 'solid-js';
import {Around} from './around';
import {ConsentField} from './consent-field';
import {register, type Answer} from './register';

const needed = ({value}: {value: unknown}) => (value ? undefined : 'is missing');

/** A form of TanStack Form, which checks it instead of the browser: the record is a value like the others. */
export function TanstackForm() {
  let element!: HTMLFormElement;
  let box: ConsentCheckboxElement | undefined;
  const [heard, setHeard] = createSignal<string[]>([]);
  const [answer, setAnswer] = createSignal<Answer>();
  const [isShown, setShown] = createSignal(true);

  const form = createForm(() => ({
    defaultValues: {surname: '', given: '', consent: null as ConsentRecord | null},
    onSubmit: async () => {
      const sent = new FormData(element);
      const answer = await register(sent);
      setAnswer(answer);
      if (answer.ok) box?.commit(sent);
      else box?.reask('', answer.refusal);
    },
    // the box says itself what is missing, and takes the focus
    onSubmitInvalid: () => box?.reportValidity(),
  }));
  const record = form.useStore((state) => state.values.consent);

  function submit(event: SubmitEvent) {
    event.preventDefault();
    void form.handleSubmit();
  }

  return (
    <>
      <form ref={element} noValidate onSubmit={submit} onReset={() => form.reset()}>
        <For each={['surname', 'given'] as const}>
          {(name) => (
            <form.Field name={name} validators={{onSubmit: needed}}>
              {(field) => (
                <p>
                  <label>
                    {name}{' '}
                    <input
                      name={name}
                      value={field().state.value}
                      onInput={(event) => field().handleChange(event.target.value)}
                    />
                  </label>
                </p>
              )}
            </form.Field>
          )}
        </For>
        <Show when={isShown()}>
          <form.Field name="consent" validators={{onSubmit: needed}}>
            {(field) => (
              <ConsentField
                ref={(element) => (box = element)}
                onRecord={(record, event) => {
                  field().handleChange(record);
                  if (event) setHeard((before) => [...before, event.cause]);
                }}
              />
            )}
          </form.Field>
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
