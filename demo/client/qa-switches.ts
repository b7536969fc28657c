import {fromAddress, keepInAddress} from './address.js';
import {byId} from './dom.js';
import {word, type Word} from './words.js';

const FIVE_MINUTES = 5 * 60_000;

/** Names the tester's own switches; also on plain http, where there is no `randomUUID`. */
const newToken = () =>
  [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

async function ask(address: string, init?: RequestInit): Promise<Record<string, string> | undefined> {
  const response = await fetch(address, init).catch(() => undefined);
  return response?.ok ? ((await response.json()) as Record<string, string>) : undefined;
}

/** As somebody who comes back to the tab: sooner, pages do not look for a new manifest. */
function comeBackInFiveMinutes(): void {
  const {now} = Date;
  Date.now = () => now() + FIVE_MINUTES;
  document.dispatchEvent(new Event('visibilitychange'));
}

function work(panel: HTMLElement, token: string): void {
  const selects = [...panel.querySelectorAll('select')];
  const status = byId('switch-status');
  const say = (key: Word) => {
    // With its key, so that it follows the language.
    status.dataset['t'] = key;
    status.textContent = word(key);
  };
  const show = (settings: Record<string, string> | undefined) => {
    for (const select of selects) select.value = settings?.[select.name] ?? select.value;
  };
  for (const select of selects) {
    select.addEventListener('change', () => {
      const body = new URLSearchParams({token, setting: select.name, value: select.value});
      void ask('qa', {method: 'POST', body}).then((settings) => {
        show(settings);
        say(settings ? 'switchSet' : 'switchFailed');
      });
    });
  }
  byId('look-again').addEventListener('click', comeBackInFiveMinutes);
  void ask(`qa?token=${encodeURIComponent(token)}`).then(show);
}

/** Offers what a policy may go through. It happens under a token in the address, so that testers do not meet. */
export function offerSwitches(): void {
  const token = fromAddress('qa');
  const panel = byId('switches');
  panel.hidden = !token;
  byId('no-switches').hidden = Boolean(token);
  if (token) work(panel, token);
  byId('start-switches').addEventListener('click', () => {
    keepInAddress('qa', newToken());
    location.reload();
  });
}
