import type {ConsentRecord, IpsmConsentChangeEvent} from 'ipsm-consent';
import {useState} from 'react';
import type {Answer} from './register';

/** What a page of this example shows beside its form. */
export function usePage() {
  const [isShown, setShown] = useState(true);
  const [heard, setHeard] = useState<string[]>([]);
  const note = (event?: IpsmConsentChangeEvent) => event && setHeard((before) => [...before, event.cause]);
  return {isShown, toggle: () => setShown(!isShown), heard, note};
}

export const Fields = ({surname = '', given = ''}) => (
  <>
    <p>
      <label>
        Surname <input name="surname" defaultValue={surname} required />
      </label>
    </p>
    <p>
      <label>
        Given name <input name="given" defaultValue={given} required />
      </label>
    </p>
  </>
);

export const Buttons = () => (
  <p>
    <button type="submit">Register</button> <button type="reset">Start again</button>
  </p>
);

interface Shown {
  page: ReturnType<typeof usePage>;
  record: ConsentRecord | null;
  answer: Answer | null;
}

export const Around = ({page, record, answer}: Shown) => (
  <>
    <p>
      Agreed: <span id="agreed">{record?.id ?? '–'}</span>
    </p>
    <p>
      Heard: <span id="heard">{page.heard.join(' ')}</span>
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
          onClick={() => (document.documentElement.lang = lang)}
        >
          {lang}
        </button>
      ))}
      <button type="button" id="toggle" onClick={page.toggle}>
        Without the box, or with it
      </button>
      <a id="away" href="about.html">
        About
      </a>
    </p>
  </>
);
