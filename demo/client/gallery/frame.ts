/** One state of one element, alone in a page, by the address: what the gallery has in its frames. */
import {policyOf, policyOfThen} from './policy.js';
import {openDevice} from './device.js';
import {Network} from './network.js';
import {remember} from './past.js';
import {settingsIn, settle, type GallerySettings} from './settings.js';
import {isState, stateOf, type Shown, type Stage, type State} from './states.js';
import {create} from '../dom.js';

const TAGS = 'ipsm-consent-checkbox,ipsm-consent-banner,ipsm-consent-status,ipsm-policy-summary';
const FIVE_MINUTES = 5 * 60_000;
/** Styles that a page has beside its own lie elsewhere than pages that are hard on the elements. */
const ON_PLAIN: Record<string, string> = {
  steppe: 'themes/steppe',
  paper: 'themes/paper',
  night: 'themes/night',
  bootstrap: 'bootstrap/bootstrap.min',
};

const turn = () => new Promise((resolve) => setTimeout(resolve));

/** What a setting keeps from coming is not waited for. */
async function until(isSo: () => boolean): Promise<void> {
  const end = performance.now() + 10_000;
  while (!isSo() && performance.now() < end) await turn();
}

async function dress({theme, host, lang}: GallerySettings): Promise<void> {
  const root = document.documentElement;
  root.lang = lang;
  const isDark =
    theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  if (host === 'bootstrap') root.dataset['bsTheme'] = isDark ? 'dark' : 'light';
  if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme;
  const hosts = ON_PLAIN[host] ? ['hosts/plain', ON_PLAIN[host]] : [`hosts/${host}`];
  await Promise.all(
    hosts.map((name) => {
      const link = create('link');
      link.rel = 'stylesheet';
      link.href = `${name}.css`;
      document.head.append(link);
      return new Promise((resolve) => (link.onload = link.onerror = resolve));
    }),
  );
}

/** Puts markup of ours into the page, whose security policy allows no markup from strings but through a policy. */
function put(markup: string): HTMLElement {
  const {trustedTypes} = window as {
    trustedTypes?: {createPolicy(name: string, rules: object): {createHTML(text: string): string}};
  };
  const policy = trustedTypes?.createPolicy('gallery', {createHTML: (text: string) => text});
  const place = document.querySelector<HTMLElement>('#gallery')!;
  place.innerHTML = policy?.createHTML(markup) ?? markup;
  return place;
}

function attributesFor(settings: GallerySettings): string {
  const policy = settings.release === 'bundled' ? '' : 'policy="policy/manifest.json"';
  return settings.endpoint === 'none' ? policy : `${policy} endpoint="decisions"`;
}

async function show(state: State, settings: GallerySettings): Promise<void> {
  const goForward = openDevice();
  const url = new URL('policy/manifest.json', location.href).href;
  const endpoint = new URL('decisions', location.href).href;
  const isBundled = settings.release === 'bundled';
  const manifest = await policyOf(settings);
  await remember(
    state.before ?? [],
    isBundled ? manifest : await policyOfThen(settings),
    isBundled ? null : url,
    settings.lang,
  );
  const second = isBundled ? manifest : await policyOf({...settings, release: 'second'});
  await dress(settings);
  const network = new Network(settings, manifest, url, endpoint);

  const place = put(state.markup.replaceAll(' {}', ` ${attributesFor(settings)}`));
  const shown = [...place.querySelectorAll<Shown>(TAGS)];
  /** Until everything that is on its way has arrived, and is drawn. */
  const settled = async () => {
    for (let quiet = 0; quiet < 3; quiet = network.isQuiet ? quiet + 1 : 0) {
      for (const {updateComplete} of shown) await updateComplete;
      await turn();
    }
  };
  const isDrawn = ({release, shadowRoot}: Shown) =>
    Boolean(release ?? shadowRoot?.querySelector('[part~=error]:not(:empty)'));
  await settled();
  if (settings.network === 'normal') await until(() => shown.every(isDrawn));
  const stage: Stage = {
    until,
    find: (selector) => place.querySelector<Shown>(selector)!,
    async inAnotherLanguage(act) {
      const root = document.documentElement;
      const speak = async (lang: string) => {
        root.lang = lang;
        const isSpoken = ({shadowRoot}: Shown) =>
          shadowRoot?.querySelector<HTMLElement>('[part=base]')?.lang === lang;
        await until(() => shown.every(isSpoken));
      };
      await speak(settings.lang === 'ru' ? 'kk' : 'ru');
      act();
      await speak(settings.lang);
    },
    async publishSecond() {
      network.publish(second);
      goForward(FIVE_MINUTES);
      const version = second.releases.at(-1)!.version;
      await until(() => {
        // Again: the elements begin to heed it some time after they are drawn, and look once in five minutes.
        document.dispatchEvent(new Event('visibilitychange'));
        return shown.every(({release}) => release?.version === version);
      });
      await settled();
    },
  };
  await state.act?.(stage);
  await settled();
}

/** What a listener at the page hears is there for the gallery from the first moment on. */
function listen(): Event[] {
  const heard: Event[] = [];
  const types = ['change', 'open', 'error'].map((name) => `ipsm-consent-${name}`);
  for (const type of [...types, 'input', 'change', 'invalid', 'submit', 'reset'])
    document.addEventListener(type, (event) => heard.push(event), true);
  // A form of the gallery leads nowhere; and a bubble of the browser would take the focus of a whole page of frames.
  document.addEventListener('submit', (event) => event.preventDefault());
  document.addEventListener('invalid', (event) => event.preventDefault(), true);
  return heard;
}

const query = new URLSearchParams(location.search);
const name = query.get('state') ?? 'box';
const root = document.documentElement;
Object.assign(window, {heard: listen()});
if (isState(name)) {
  const state = stateOf(name);
  await show(state, settle(state.settings ?? {}, settingsIn(query)));
  if (state.press) root.dataset['press'] = state.press;
} else put(name.replace(/[^\w-]/g, '?'));
if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
root.dataset['shown'] = name;
window.frameElement?.dispatchEvent(new Event('shown'));
