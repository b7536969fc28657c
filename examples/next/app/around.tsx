'use client';
import type {ConsentRecord} from 'ipsm-consent';
import Link from 'next/link';
import type {Answer} from './accept';

interface Props {
  record: ConsentRecord | null;
  heard: string[];
  answer: Answer | null;
  onToggle: () => void;
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

export const Around = ({record, heard, answer, onToggle}: Props) => (
  <>
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
      <button type="button" id="toggle" onClick={onToggle}>
        Without the box, or with it
      </button>
      <Link id="away" href="/about">
        About
      </Link>
    </p>
  </>
);
