import '../../src/define/all.js';
import type {Manifest, Release} from '../../src/core/manifest.js';
import {ipsmPolicy} from '../../src/policies/ipsm.js';

/** Every state of every element that a person can come to see, for contact sheets, axe and what a screen reader is told. */

type Element_ = HTMLElement & {updateComplete: Promise<boolean>};
type Box = Element_ & {
  checked: boolean;
  disabled: boolean;
  form: HTMLFormElement | null;
  reask(message?: string): void;
};

/** What a state may ask of whoever shows it. */
export interface Hands {
  /** A real click: by script, the elements record nothing. */
  press(element: Element): Promise<void>;
  /** Speaks another language from now on. */
  speak(lang: string): Promise<void>;
}

const CHECKBOX = '<form><ipsm-consent-checkbox name="consent" {}></ipsm-consent-checkbox></form>';
const BANNER = '<ipsm-consent-banner {}></ipsm-consent-banner>';
const STATUS = '<ipsm-consent-status {}></ipsm-consent-status>';
const SUMMARY = '<ipsm-policy-summary {}></ipsm-policy-summary>';

const DAY = 24 * 60 * 60_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();
type Writable<T> = {-readonly [K in keyof T]: T[K]};

const CHANGES: Record<string, string[]> = {
  kk: ['Деректер Қазақстан мен Германиядағы серверлерде сақталады.', 'Сақтау мерзімі көрсетілді: 3 жыл.'],
  ru: ['Данные хранятся на серверах в Казахстане и Германии.', 'Указан срок хранения: 3 года.'],
  en: ['Data is stored on servers in Kazakhstan and Germany.', 'A storage period is stated: 3 years.'],
};

/** The bundled policy as a manifest on a server, with releases on given days from now. */
function manifest(...days: number[]): Manifest {
  const copy = structuredClone(ipsmPolicy.manifest);
  const first = copy.releases[0]!;
  const documents = Object.fromEntries(
    ['kk', 'ru', 'en'].map((lang) => [
      lang,
      {url: `https://policy.example/1.${lang}.html`, sha256: 'a'.repeat(64), anchor: '#{clause}'},
    ]),
  );
  const releases = days.map((day, i) => {
    const release: Writable<Release> = structuredClone(first);
    Object.assign(release, {version: `${i + 1}`, effectiveFrom: inDays(day), documents, change: 'material'});
    if (i) for (const [lang, notice] of Object.entries(release.notice)) notice.changes = CHANGES[lang]!;
    return release;
  });
  return {...copy, releases};
}

/** What the network answers, by address; nothing: it never does. */
const answers = new Map<string, {status: number; body: unknown} | null>();
const network = window.fetch.bind(window);
window.fetch = (input, init) => {
  const url = input instanceof Request ? input.url : `${input}`;
  if (!answers.has(url)) return network(input, init);
  const answer = answers.get(url);
  return answer
    ? Promise.resolve(new Response(JSON.stringify(answer.body), {status: answer.status}))
    : new Promise(() => {});
};

let count = 0;
/** Publishes, and gives the attribute that names it. */
function published(body: unknown, status = 200, isHeld = false): string {
  const url = new URL(`/gallery/${count++}/manifest.json`, location.href).href;
  answers.set(url, isHeld ? null : {status, body});
  return `policy="${url}"`;
}

const place = () => document.querySelector('#gallery')!;
const put = (markup: string, attributes = '') => {
  place().innerHTML = markup.replace('{}', attributes);
  return place().querySelector<Box>(
    'ipsm-consent-checkbox,ipsm-consent-banner,ipsm-consent-status,ipsm-policy-summary',
  )!;
};
const inside = (element: Element, selector: string) =>
  element.shadowRoot!.querySelector<HTMLElement>(selector)!;
const settled = async (element: Element_) => {
  for (let turn = 0; turn < 3; turn++) {
    await element.updateComplete;
    await new Promise(requestAnimationFrame);
  }
};
const answerButton = (element: Element, i: number) =>
  element.shadowRoot!.querySelectorAll<HTMLElement>('[part~=answer-button]')[i]!;

/** Agrees or declines in a banner that goes afterwards. */
async function answer(hands: Hands, i: 0 | 1, attributes = ''): Promise<void> {
  const banner = put(BANNER, attributes);
  await settled(banner);
  await hands.press(answerButton(banner, i));
  await settled(banner);
}

async function withdrawn(hands: Hands, attributes = ''): Promise<Element_> {
  await answer(hands, 0, attributes);
  const status = put(STATUS, attributes);
  await settled(status);
  await hands.press(inside(status, '[part=actions] button'));
  return status;
}

type Reach = (hands: Hands) => Promise<Element_> | Element_;

/** By name; each puts itself into `#gallery`. */
export const STATES: Record<string, Reach> = {
  box: () => put(CHECKBOX),
  'box-ticked': async ({press}) => {
    const box = put(CHECKBOX);
    await settled(box);
    await press(inside(box, 'input'));
    return box;
  },
  'box-open': async () => {
    const box = put(CHECKBOX);
    await settled(box);
    for (const details of box.shadowRoot!.querySelectorAll('details')) details.open = true;
    return box;
  },
  'box-error': async () => {
    const box = put(CHECKBOX);
    await settled(box);
    box.form!.requestSubmit();
    return box;
  },
  'box-disabled': () => put(CHECKBOX, 'disabled'),
  'box-loading': () => put(CHECKBOX, published(null, 200, true)),
  'box-unavailable': () => put(CHECKBOX, published(null, 404)),
  'box-agreed-in-banner': async (hands) => {
    await answer(hands, 0);
    return put(CHECKBOX);
  },
  'box-changes': async (hands) => {
    const policy = manifest(-100);
    const attributes = published(policy);
    await answer(hands, 0, attributes);
    policy.releases.push(manifest(-100, -1).releases[1]!);
    return put(CHECKBOX, published(policy));
  },
  'box-announced': () => put(CHECKBOX, published(manifest(-100, 30))),
  'box-other-language': async ({press, speak}) => {
    const before = document.documentElement.lang;
    const box = put(CHECKBOX);
    await settled(box);
    await speak(before === 'ru' ? 'kk' : 'ru');
    await press(inside(box, 'input'));
    await speak(before);
    return box;
  },
  'box-representative': () => put(CHECKBOX, 'by="representative"'),
  'box-refused': async () => {
    const box = put(CHECKBOX);
    await settled(box);
    box.reask('');
    return box;
  },
  'box-purposes': () =>
    put(
      `<form><ipsm-consent-checkbox name="consent"></ipsm-consent-checkbox>
        <ipsm-consent-checkbox name="ads" purpose="ads"></ipsm-consent-checkbox>
        <ipsm-consent-checkbox name="research" purpose="research"></ipsm-consent-checkbox></form>`,
    ),
  summary: () => put(SUMMARY),
  banner: () => put(BANNER),
  'banner-open': async () => {
    const banner = put(BANNER);
    await settled(banner);
    inside(banner, 'details').setAttribute('open', '');
    return banner;
  },
  'banner-inline': () => put(BANNER, 'placement="inline"'),
  'banner-changes': async (hands) => {
    const policy = manifest(-100);
    await answer(hands, 0, published(policy));
    policy.releases.push(manifest(-100, -1).releases[1]!);
    return put(BANNER, published(policy));
  },
  'banner-agreed': async (hands) => {
    await answer(hands, 0);
    return place().querySelector<Element_>('ipsm-consent-banner')!;
  },
  'banner-declined': async (hands) => {
    await answer(hands, 1);
    return place().querySelector<Element_>('ipsm-consent-banner')!;
  },
  'status-none': () => put(STATUS),
  'status-given': async (hands) => {
    await answer(hands, 0);
    return put(STATUS);
  },
  'status-declined': async (hands) => {
    await answer(hands, 1);
    return put(STATUS);
  },
  'status-withdrawn': (hands) => withdrawn(hands),
  'status-waiting': (hands) => {
    answers.set(new URL('/gallery/waiting', location.href).href, null);
    return withdrawn(hands, 'endpoint="/gallery/waiting"');
  },
  'status-refused': (hands) => {
    answers.set(new URL('/gallery/refused', location.href).href, {status: 422, body: {error: 'altered'}});
    return withdrawn(hands, 'endpoint="/gallery/refused"');
  },
  'status-outdated': async (hands) => {
    const policy = manifest(-100);
    await answer(hands, 0, published(policy));
    policy.releases.push(manifest(-100, -1).releases[1]!);
    return put(STATUS, published(policy));
  },
  'status-sent': async ({press}) => {
    const box = put(CHECKBOX);
    await settled(box);
    await press(inside(box, 'input'));
    const form = box.form!;
    form.addEventListener('submit', () => {
      form.target = 'nowhere';
    });
    form.insertAdjacentHTML('beforeend', '<button>→</button>');
    form.insertAdjacentHTML('afterend', '<iframe name="nowhere" hidden></iframe>');
    form.action = 'about:blank';
    await press(form.querySelector('button')!);
    await settled(box);
    return put(STATUS);
  },
};

/** Shows a state, once it is drawn. */
export async function showState(name: string, hands: Hands): Promise<HTMLElement> {
  localStorage.clear();
  dispatchEvent(new StorageEvent('storage', {key: null}));
  const element = await STATES[name]!(hands);
  await settled(element);
  return element;
}

/** Takes it away. */
export function clearGallery(): void {
  place().replaceChildren();
  document.querySelectorAll('[role=alert]').forEach((each) => each.remove());
}

declare global {
  interface Window {
    gallery: {states: string[]; showState: typeof showState; clearGallery: typeof clearGallery};
  }
}
window.gallery = {states: Object.keys(STATES), showState, clearGallery};
