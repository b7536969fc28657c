import type {ConsentCheckboxElement, ConsentRecord} from 'ipsm-consent';
import {useRef, useState} from 'react';
import {Controller, useForm} from 'react-hook-form';
import {ConsentField} from './consent-field';
import {Around, Buttons, usePage} from './page';
import {register, type Answer} from './register';

interface Values {
  surname: string;
  given: string;
  consent: ConsentRecord | null;
}

/** A form of react-hook-form, which checks it instead of the browser: the record is a value like the others. */
export function HookForm() {
  const page = usePage();
  const form = useRef<HTMLFormElement>(null);
  const box = useRef<ConsentCheckboxElement>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const {
    control,
    handleSubmit,
    register: field,
    reset,
    watch,
  } = useForm<Values>({
    defaultValues: {surname: '', given: '', consent: null},
  });

  async function send() {
    const sent = new FormData(form.current!);
    const answer = await register(sent);
    setAnswer(answer);
    if (answer.ok) box.current?.commit(sent);
    else box.current?.reask('', answer.refusal);
  }

  return (
    <form ref={form} noValidate onSubmit={handleSubmit(send)} onReset={() => reset()}>
      <p>
        <label>
          Surname <input {...field('surname', {required: true})} />
        </label>
      </p>
      <p>
        <label>
          Given name <input {...field('given', {required: true})} />
        </label>
      </p>
      {page.isShown && (
        <Controller
          name="consent"
          control={control}
          // the box says itself what is missing, and takes the focus
          rules={{validate: () => box.current?.reportValidity() ?? true}}
          render={({field: {onChange, ref}}) => (
            <ConsentField
              ref={(element) => {
                box.current = element;
                ref(element);
              }}
              onRecord={(record, event) => {
                onChange(record);
                page.note(event);
              }}
            />
          )}
        />
      )}
      <Buttons />
      <Around {...{page, answer}} record={watch('consent')} />
    </form>
  );
}
