import type {ConsentRecord} from '../../src/core/record.js';
import type {ConsentBannerElement} from '../../src/elements/banner/consent-banner-element.js';
import type {ConsentCheckboxElement} from '../../src/elements/checkbox/consent-checkbox-element.js';
import {clickOn, tab, typeText} from '../helpers/commands.js';
import {readable} from '../helpers/readable.js';
import {roomIn} from '../helpers/room.js';
import type {Person} from './people.js';
import {until} from './until.js';
import {watchProblems} from './watch-problems.js';

const SITE = '/demo-site/';
const HISTORY = 'ipsm-consent/1/ipsm-privacy/';
const opened = new Set<HTMLIFrameElement>();

type View = Window & typeof globalThis;

/** What a person can read, with white space as a browser shows it; no-break spaces stay. */
export const textOf = (node: Node | null): string => (node?.textContent ?? '').replace(/[ \n]+/g, ' ').trim();

/** The first part of that name in an element's shadow tree. */
export const part = (element: Element, name: string): HTMLElement | null =>
  element.shadowRoot!.querySelector<HTMLElement>(`[part~=${name}]`);

/** The sentence that a box asks to agree to, without what stands beside it. */
export const sentenceOf = (box: Element): string => textOf(part(box, 'sentence'));

/** The banner's two answers: both are one part, so that no theme can unbalance them. */
export function answerOf(banner: Element, answer: 'accept' | 'decline'): HTMLElement {
  const [accept, decline] = banner.shadowRoot!.querySelectorAll<HTMLElement>('[part=answer-button]');
  return answer === 'accept' ? accept! : decline!;
}

/** The first button in an element's shadow tree that says this. */
export const buttonSaying = (element: Element, words: string): HTMLElement =>
  [...element.shadowRoot!.querySelectorAll('button')].find((button) => textOf(button) === words)!;

/** What the built elements have committed on this device. */
export const committed = (): ConsentRecord[] =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith(HISTORY))
    .map((key) => (JSON.parse(localStorage.getItem(key)!) as {record: ConsentRecord}).record);

/** A page of the built demo in a frame of the test page, driven from outside with real clicks and keys. */
export class DemoPage {
  /** Uncaught errors and violations of the page's security policy, on this page and those it led to. */
  readonly problems: string[];

  private constructor(readonly frame: HTMLIFrameElement) {
    this.problems = watchProblems(frame);
  }

  /** Opens a page, by its address below the demo's root, and waits until it has loaded. */
  static async open(address: string, sandbox?: string): Promise<DemoPage> {
    const frame = document.createElement('iframe');
    frame.style.cssText = 'position: fixed; inset: 0 auto auto 0; width: 780px; height: 560px; border: 0';
    if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
    frame.src = SITE + address;
    opened.add(frame);
    const page = new DemoPage(frame);
    await page.leadsOn(async () => document.body.append(frame));
    return page;
  }

  /** Opens the registration page and waits until the policy is there, and the banner where there is a question for it. */
  static async openForm(address: string): Promise<DemoPage> {
    const page = await DemoPage.openQuietForm(address);
    if (['unasked', 'outdated', 'expired'].includes(page.banner.status)) await page.showBanner();
    return page;
  }

  /** The registration page as it comes: beside the box of its form the banner does not ask. */
  static async openQuietForm(address: string): Promise<DemoPage> {
    const page = await DemoPage.open(address);
    await page.isReady();
    return page;
  }

  /** Takes it away before the test ends. */
  close(): void {
    this.frame.remove();
    opened.delete(this.frame);
  }

  get window(): View {
    return this.frame.contentWindow as View;
  }
  get document(): Document {
    return this.frame.contentDocument!;
  }
  /** The address of the page without the origin. */
  get address(): string {
    const {pathname, search} = this.window.location;
    return pathname + search;
  }
  get form(): HTMLFormElement {
    return this.byId<HTMLFormElement>('registration');
  }
  get button(): HTMLButtonElement {
    return this.byId<HTMLButtonElement>('register');
  }
  get checkbox(): ConsentCheckboxElement {
    return this.byId<ConsentCheckboxElement>('agreement');
  }
  get banner(): ConsentBannerElement {
    return this.document.querySelector<ConsentBannerElement>('ipsm-consent-banner')!;
  }
  /** The native box that the person ticks. */
  get box(): HTMLInputElement {
    return part(this.checkbox, 'control') as HTMLInputElement;
  }
  get isBannerOpen(): boolean {
    return this.banner.matches(':state(open)');
  }
  /** Where keys go, shadow trees looked into. */
  get focused(): Element | null {
    let at = this.document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at;
  }

  byId<T extends HTMLElement = HTMLElement>(id: string): T {
    const found = this.document.getElementById(id);
    if (!found) throw new Error(`${this.address} has no element with the id "${id}".`);
    return found as T;
  }

  /** What stands beside the box. */
  beside(name: 'status' | 'error'): string {
    return textOf(part(this.checkbox, name));
  }

  async isReady(): Promise<void> {
    await until('the policy', () => this.checkbox.matches(':state(ready)') && this.box);
  }

  /** Does what leads to another page, and waits until that has loaded. */
  async leadsOn(act: () => Promise<void>): Promise<void> {
    let loaded = false;
    this.frame.addEventListener('load', () => (loaded = true), {once: true});
    await act();
    await until('the next page', () => loaded);
  }

  /** Has the banner ask, which it does not by itself beside the box of the form; with its room below it covers nothing. */
  async showBanner(): Promise<void> {
    this.banner.show();
    await until('room for the banner', () => this.isBannerOpen && roomIn(this.document) > 0);
  }

  async answerBanner(answer: 'accept' | 'decline' | 'later'): Promise<void> {
    await until('the banner', () => this.isBannerOpen);
    await readable(this.banner);
    await clickOn(answer === 'later' ? part(this.banner, 'later-button')! : answerOf(this.banner, answer));
    await until('the banner to close', () => !this.isBannerOpen);
  }

  /** Types into every field, after a click on it. Tab closes the list of earlier entries, which takes the next click. */
  async fill(person: Person): Promise<void> {
    for (const [id, value] of Object.entries(person)) {
      await clickOn(this.byId(id));
      if (this.focused?.id !== id) throw new Error(`A click on #${id} went to #${this.focused?.id}.`);
      await typeText(value);
      await tab();
    }
  }

  /** What is in the fields now. */
  get filled(): Person {
    const value = (id: keyof Person) => this.byId<HTMLInputElement>(id).value;
    return {
      surname: value('surname'),
      given: value('given'),
      patronymic: value('patronymic'),
      email: value('email'),
      phone: value('phone'),
    };
  }

  /** Chooses files as a drop on the field does. */
  attach(...files: File[]): void {
    const field = this.byId<HTMLInputElement>('documents');
    const transfer = new DataTransfer();
    for (const file of files) transfer.items.add(file);
    field.files = transfer.files;
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, {bubbles: true}));
  }

  /** Ticks or unticks. */
  async tick(): Promise<void> {
    const before = this.box.checked;
    await clickOn(this.box);
    await until('the tick', () => this.box.checked !== before);
  }

  /** Types in who it is, and ticks. */
  async fillAndTick(person: Person): Promise<void> {
    await this.fill(person);
    await this.tick();
  }

  async send(): Promise<void> {
    await clickOn(this.button);
  }

  /** Presses Tab until the element has the focus. */
  async tabTo(element: Element, {back = false} = {}): Promise<void> {
    const passed: string[] = [];
    while (this.focused !== element) {
      passed.push(`${this.focused?.localName}#${this.focused?.id}`);
      if (passed.length > 100) throw new Error(`Tab never came to #${element.id}: ${passed.join(' ')}`);
      await tab({back});
    }
  }

  /** Events that a listener at the form hears from now on. */
  heard(type: string): Event[] {
    const events: Event[] = [];
    this.form.addEventListener(type, (event) => events.push(event));
    return events;
  }
}

function forget(): void {
  localStorage.clear();
  sessionStorage.clear();
}

// the server's database takes its time to start; no test has to be told
before(async function () {
  this.timeout(120_000);
  await fetch(SITE);
});
// before as well: another file may have had the same tab
beforeEach(forget);
afterEach(() => {
  for (const frame of opened) frame.remove();
  opened.clear();
  forget();
});
