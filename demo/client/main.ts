import {offerReport} from './bug-report.js';
import type {Checkbox} from './consent.js';
import {byId} from './dom.js';
import {logEvents} from './event-log.js';
import {explainFields} from './field-messages.js';
import {followLanguage} from './language.js';
import {offerSwitches} from './qa-switches.js';
import {offerFetch} from './send-by-fetch.js';
import {answerIn} from './show-answer.js';
import {readStorage, showStoredState} from './stored-state.js';
import {followTheme} from './theme.js';

const form = byId<HTMLFormElement>('registration');
const checkbox = byId<Checkbox>('agreement');

logEvents(form, byId('events'), byId('no-events'), byId<HTMLButtonElement>('clear-events'));
const refresh = showStoredState(checkbox, {
  record: byId('record'),
  noRecord: byId('no-record'),
  history: byId('history'),
  noHistory: byId('no-history'),
});
explainFields(form);
offerFetch(
  {
    form,
    checkbox,
    button: byId<HTMLButtonElement>('register'),
    message: byId('send-message'),
    show: answerIn(byId('answer')),
  },
  byId<HTMLSelectElement>('send-by'),
);
offerSwitches();
followTheme(byId<HTMLSelectElement>('theme'));
followLanguage();

offerReport(
  'cdn/ipsm-consent.min.js',
  {
    button: byId<HTMLButtonElement>('copy-report'),
    said: byId('report-status'),
    text: byId<HTMLTextAreaElement>('report'),
    build: byId('build'),
  },
  () => ({
    settings: Object.fromEntries(
      [...document.querySelectorAll<HTMLSelectElement>('#qa select')].map((select) => [
        select.name || select.id,
        select.value,
      ]),
    ),
    events: [...byId('events').children].map((line) => line.textContent),
    record: checkbox.record ?? null,
    stored: readStorage(),
  }),
);

byId('forget').addEventListener('click', () => void Promise.resolve(checkbox.forget?.()).then(refresh));
byId('element-missing').hidden = customElements.get(checkbox.localName) !== undefined;

// On a phone the form comes first; the panel is one press away.
if (matchMedia('(max-width: 48rem)').matches) byId<HTMLDetailsElement>('qa').open = false;
