import type {ConsentRecord} from 'ipsm-consent';
import {For} from 'solid-js';
import type {Answer} from './register';

interface Props {
  record: ConsentRecord | null;
  heard: string[];
  answer: Answer | undefined;
  onToggle: () => void;
}

function inWords(answer: Answer | undefined) {
  if (!answer) return '';
  return answer.ok ? `Registered: ${answer.id}` : 'Not registered';
}

export const Around = (props: Props) => (
  <>
    <p>
      Agreed: <span id="agreed">{props.record?.id ?? '–'}</span>
    </p>
    <p>
      Heard: <span id="heard">{props.heard.join(' ')}</span>
    </p>
    <p id="answer" role="status">
      {inWords(props.answer)}
    </p>
    <p>
      <For each={['kk', 'ru']}>
        {(lang) => (
          <button type="button" data-lang={lang} onClick={() => (document.documentElement.lang = lang)}>
            {lang}
          </button>
        )}
      </For>
      <button type="button" id="toggle" onClick={() => props.onToggle()}>
        Without the box, or with it
      </button>
      <a id="away" href="about.html">
        About
      </a>
    </p>
  </>
);
