import type {ConsentCheckboxElement, ConsentRecord} from 'ipsm-consent';
import type {TargetedSubmitEvent} from 'preact';
import {useRef, useState} from 'preact/hooks';
import {ConsentField} from './consent-field';
import {register, type Answer} from './register';

export function Registration() {
  const box = useRef<ConsentCheckboxElement>(null);
  const [record, setRecord] = useState<ConsentRecord | null>(null);
  const [heard, setHeard] = useState<string[]>([]);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [isShown, setShown] = useState(true);

  async function send(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const sent = new FormData(event.currentTarget);
    const answer = await register(sent);
    setAnswer(answer);
    if (answer.ok) box.current?.commit(sent);
    else box.current?.reask('', answer.refusal);
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
        {isShown && (
          <ConsentField
            box={box}
            onRecord={(record, event) => {
              setRecord(record);
              if (event) setHeard((before) => [...before, event.cause]);
            }}
          />
        )}
        <p>
          <button type="submit">Register</button> <button type="reset">Start again</button>
        </p>
      </form>
      <p>
        Agreed: <span id="agreed">{record?.id ?? '–'}</span>
      </p>
      <p>
        Heard: <span id="heard">{heard.join(' ')}</span>
      </p>
      <p id="answer" role="status">
        {answer && (answer.ok ? `Registered: ${answer.id}` : 'Not registered')}
      </p>
      <p>
        {['kk', 'ru'].map((lang) => (
          <button
            key={lang}
            type="button"
            data-lang={lang}
            onClick={() => {
              document.documentElement.lang = lang;
            }}
          >
            {lang}
          </button>
        ))}
        <button type="button" id="toggle" onClick={() => setShown(!isShown)}>
          Without the box, or with it
        </button>
        <a id="away" href="about.html">
          About
        </a>
      </p>
    </>
  );
}
