import '../../src/define/all.js';
import type {ConsentBannerElement} from '../../src/elements/banner/consent-banner-element.js';
import type {ConsentCheckboxElement} from '../../src/elements/checkbox/consent-checkbox-element.js';
import type {IpsmConsentChangeEvent, IpsmConsentErrorEvent} from '../../src/elements/shared/events.js';
import type {ConsentStatusElement} from '../../src/elements/status/consent-status-element.js';
import type {ConsentRecord} from '../../src/core/record.js';
import {configure} from '../../src/elements/page/configure.js';
import {clickOn} from './commands.js';
import {stub} from './stub.js';

const SELECTOR = 'ipsm-consent-checkbox';

/** Puts markup into the page, as a parser would, and returns its first element of the kind asked for. */
export function show<T extends Element = ConsentCheckboxElement>(markup: string, selector = SELECTOR): T {
  const place = document.createElement('div');
  place.className = 'place';
  document.body.append(place);
  place.innerHTML = markup;
  return place.querySelector<T>(selector)!;
}

/** A banner, or a status, with these attributes. */
export const showBanner = (attributes = '') =>
  show<ConsentBannerElement>(
    `<ipsm-consent-banner ${attributes}></ipsm-consent-banner>`,
    'ipsm-consent-banner',
  );
export const showStatus = (attributes = '') =>
  show<ConsentStatusElement>(
    `<ipsm-consent-status ${attributes}></ipsm-consent-status>`,
    'ipsm-consent-status',
  );

export const isReady = (element: Element) => element.matches(':state(ready)');
export const isOpen = (element: Element) => element.matches(':state(open)');

/** The native box inside the element. */
export const boxOf = (element: Element) =>
  element.shadowRoot!.querySelector<HTMLInputElement>('[part=control]')!;

/** The first part of that name inside the element. */
export const part = (element: Element, name: string) =>
  element.shadowRoot!.querySelector<HTMLElement>(`[part~=${name}]`)!;

/** All parts of that name inside the element. */
export const parts = (element: Element, name: string) => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(`[part~=${name}]`),
];

/** The buttons of a banner: both answers carry one part, so that no theme unbalances them. */
export const answersOf = (banner: Element) => {
  const [accept, decline] = parts(banner, 'answer-button');
  return {accept: accept!, decline: decline!, later: part(banner, 'later-button')};
};

/** The buttons inside the element whose words begin so. */
export const buttonsOf = (element: Element, words: string) =>
  [...element.shadowRoot!.querySelectorAll('button')].filter((button) => oneLine(button).startsWith(words));

/** Words without the line breaks of their markup. */
export const oneLine = ({textContent}: Element) => textContent.replace(/\s+/g, ' ').trim();

/** What a person can read in the element. */
export const textOf = (element: Element) => [...element.shadowRoot!.children].map(oneLine).join(' ').trim();

/** Ticks or unticks with a real click. */
export async function tick(element: Element): Promise<void> {
  await clickOn(boxOf(element));
}

/** A person presses a button of a banner. */
export async function answer(element: ConsentBannerElement, button: 'accept' | 'decline' | 'later') {
  await clickOn(answersOf(element)[button]);
  await element.updateComplete;
}

/** Form entries by name. */
export const entriesOf = (form: HTMLFormElement) =>
  Object.fromEntries(new FormData(form)) as Record<string, string>;

/** What listeners at a target hear, in order. */
export function listenTo(target: EventTarget, type = 'ipsm-consent-change'): IpsmConsentChangeEvent[] {
  const heard: IpsmConsentChangeEvent[] = [];
  target.addEventListener(type, (event) => heard.push(event as IpsmConsentChangeEvent));
  return heard;
}

/** The same of errors that the page is told. */
export const errorsAt = (target: EventTarget = document) =>
  listenTo(target, 'ipsm-consent-error') as unknown as IpsmConsentErrorEvent[];

/** What was decided about each purpose. */
export const decisionsIn = (record: ConsentRecord | null) =>
  record && Object.fromEntries(record.purposes.map(({id, decision}) => [id, decision]));

/** The entries of the history that are in local storage, as they were made. */
export const storedEntries = () =>
  Object.entries<string>(localStorage)
    .filter(([key]) => key.startsWith('ipsm-consent/1/'))
    .map(([key, json]) => ({key, ...(JSON.parse(json) as StoredEntry)}))
    .sort((a, b) => a.n - b.n);
interface StoredEntry {
  n: number;
  record: ConsentRecord;
  sha256: string | null;
  progress: string;
}

/** Speaks another language from now on, as `<html lang>` says. */
export async function speak(
  lang: string,
  element: ConsentCheckboxElement | {updateComplete: Promise<boolean>},
) {
  await setPageLang(lang);
  await element.updateComplete;
}

/** A mutation observer hears of it first, then the locale, then the elements. */
async function setPageLang(lang: string) {
  document.documentElement.lang = lang;
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}

/** Resolves at the next event of the type. */
export const next = (target: EventTarget, type: string) =>
  new Promise<Event>((resolve) => target.addEventListener(type, resolve, {once: true}));

const now = performance.now.bind(performance);

/**
 * Words that came a moment ago cannot be agreed to yet; in tests all that is drawn has been there for ten seconds.
 * @param seconds how long instead
 */
export const drawnFor = (seconds: number): void =>
  stub(performance, 'now', {value: () => now() - seconds * 1000, writable: true});

/** As the page hears of what another tab has stored, or cleared: to get there, the person has left its window. */
export function otherTabWrote(key: string | null): void {
  dispatchEvent(new Event('blur'));
  dispatchEvent(new StorageEvent('storage', {key}));
}

beforeEach(async () => {
  drawnFor(10);
  localStorage.clear();
  sessionStorage.clear();
  // A page does not hear of its own clearing.
  otherTabWrote(null);
  await setPageLang('kk');
});

afterEach(() => {
  document.querySelectorAll('.place').forEach((place) => place.remove());
  configure({
    policy: undefined,
    policyId: undefined,
    storage: undefined,
    cookieDomain: undefined,
    lang: undefined,
    endpoint: undefined,
    endpointDeclines: undefined,
    contact: undefined,
    refused: undefined,
  });
});
