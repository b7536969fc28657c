import {canWork} from '../define/register.js';
import {TAGS, type Tag} from '../define/tags.js';
import {onConfigure, pageConfig, type PageConfig} from '../elements/page/configure.js';
import {openingTag} from '../elements/page/opening-tag.js';
import {said, warnOnce} from '../elements/page/warn-once.js';
import {matchLang} from '../l10n/languages.js';
import {fieldsOf} from '../elements/native/fields-of.js';
import {member} from '../elements/native/member.js';
import {lacking} from './lacking.js';
import {near} from './near.js';
import {warnOfRiskyName} from './risky-name.js';
import {SETTINGS} from './settings.js';

/** Attributes that take one of a few values. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  storage: ['local', 'cookie', 'memory'],
  placement: ['bottom', 'top', 'inline'],
  by: ['self', 'representative'],
};

/** Of HTML, beside what an element observes. */
const NATIVE = [
  'form',
  'autofocus',
  'checked',
  'id',
  'class',
  'style',
  'title',
  'slot',
  'hidden',
  'part',
  'dir',
];

const told = new WeakMap<Element, Set<string>>();

/** Tells it once of an element, whatever else changes at that afterwards, and once of all that are written alike. */
function tell(element: Element, message: string): void {
  const before = told.get(element) ?? new Set();
  if (before.has(message)) return;
  told.set(element, before.add(message));
  warnOnce('page-mistake', `${openingTag(element)} ${message}`);
}
const oneOf = (values: readonly string[]) => values.map((value) => `"${value}"`).join(', ');

function lookAtValue(element: Element, name: string, value: string): void {
  const known = VALUES[name];
  if (known && value && !known.includes(value)) {
    tell(element, `has ${name}="${value}", which means nothing. It is one of ${oneOf(known)}.`);
  }
}

function lookAtAttributes(element: Element): void {
  const known = [
    ...(customElements.get(element.localName) as unknown as {observedAttributes: string[]})
      .observedAttributes,
    ...NATIVE,
  ];
  for (const {name, value} of element.attributes) {
    lookAtValue(element, name, value);
    if (known.includes(name) || /^(aria|data|on)/.test(name)) continue;
    const meant = near(name, known);
    if (meant) tell(element, `has the attribute ${name}, which means nothing. Did you mean ${meant}?`);
  }
}

/** What an element names by an id, or by the name of a field. */
function lookAtNames(element: Element, form: HTMLFormElement | null): void {
  const id = element.localName === 'ipsm-consent-banner' && element.getAttribute('for');
  const root = element.getRootNode() as Document;
  if (id && !(root.getElementById(id) instanceof HTMLFormElement)) {
    tell(element, `names by for="${id}" what is no form of this page. Give the form id="${id}".`);
  }
  const names = form ? fieldsOf(form).map((field) => field.getAttribute('name')) : [];
  for (const name of element.getAttribute('subject-fields')?.split(/\s+/) ?? []) {
    if (!form || !name || names.includes(name)) continue;
    const meant = near(
      name,
      names.filter((each) => each !== null),
    );
    tell(
      element,
      `names by subject-fields the field "${name}", which its form does not have. ${meant ? `Did you mean "${meant}"?` : 'Write the names of its fields.'}`,
    );
  }
}

interface PageWindow {
  jQuery?: unknown;
  htmx?: {version?: string};
}

const BY_GET = 'sent by GET: the record gets into addresses and logs. Write method="post".';

/** Whether a library sends the form, by attributes of its own. */
const isSentByScript = (form: HTMLFormElement) =>
  [...member(form, 'attributes')].some(({name}) => /^(data-)?hx-/.test(name));

/** What a form does with a box. */
function lookAtForm(element: Element, form: HTMLFormElement): void {
  const name = element.getAttribute('name');
  // what the element has put into itself is its own; the others are no fields, and send nothing
  const others = fieldsOf(form).filter(
    (field) =>
      !element.contains(field) &&
      field.getAttribute('name') === name &&
      !field.matches('fieldset, output, object'),
  );
  if (name && others.length) {
    tell(element, `has the name of ${openingTag(others[0]!)}: a server gets both. Give it another one.`);
  }
  // A form without an address is mostly one that a script takes: what it does shows when it is sent. React writes such an
  // action where a function takes the form.
  const action = member(form, 'getAttribute')('action') ?? 'javascript:';
  const willBeSent = !action.startsWith('javascript:') && !isSentByScript(form);
  const byGet = fieldsOf(form).find((field) => field.getAttribute('formmethod')?.toLowerCase() === 'get');
  // of a method that HTML does not know, such as put, browsers make GET
  if (willBeSent && member(form, 'method') === 'get') tell(element, `is in a form that is ${BY_GET}`);
  else if (byGet) tell(element, `is in a form that ${openingTag(byGet)} has ${BY_GET}`);
  const {jQuery, htmx} = window as PageWindow;
  const library = isSentByScript(form) && htmx?.version?.startsWith('1.') ? 'htmx 1' : jQuery ? 'jQuery' : '';
  if (library && !element.hasAttribute('mirror')) {
    tell(
      element,
      `is on a page with ${library}, which reads form.elements and leaves the record out (serialize(), hx-post). Where such a sender sends the form, write mirror.`,
    );
  }
}

/** What a self-closing tag takes in: browsers know none, and all that follows becomes its content, which is not shown. */
const SWALLOWED =
  'main, nav, header, footer, h1, form, button, fieldset, select, textarea, input:not([type=checkbox], [type=hidden]), ipsm-consent-checkbox';

function lookAt(element: Element): void {
  lookAtAttributes(element);
  warnOfRiskyName(element);
  const {form = null} = element as {form?: HTMLFormElement | null};
  lookAtNames(element, form);
  const swallowed = element.querySelector(SWALLOWED);
  if (swallowed) {
    tell(
      element,
      `has ${openingTag(swallowed)} in it, which nobody sees. A tag of its own cannot end with "/>": write </${element.localName}>.`,
    );
  }
  if (element.localName !== 'ipsm-consent-checkbox') return;
  if (element.hasAttribute('checked')) {
    tell(element, 'has checked, which ticks nothing: a box ticked in advance is no consent. Leave it out.');
  }
  if (form) lookAtForm(element, form);
}

/** The document, and every shadow root in it that its author can have written; closed ones are nobody's to see. */
function rootsOf(root: Document | ShadowRoot): (Document | ShadowRoot)[] {
  const hosts = [...root.querySelectorAll('*')].filter(({localName}) => !(localName in TAGS));
  return [root, ...hosts.flatMap(({shadowRoot}) => (shadowRoot ? rootsOf(shadowRoot) : []))];
}

const inPage = (selector: string) =>
  rootsOf(document).flatMap((root) => [...root.querySelectorAll(selector)]);

let isExplained = false;

/** Where the codes are explained: once, after the first message. */
function explainCodes(): void {
  if (isExplained || !said.size) return;
  isExplained = true;
  console.info(
    'ipsm-consent: what each code in brackets means, and what to do, is in the file docs/errors.md of the package.',
  );
}

/** A module that registers a tag may be loaded after the page is there; not long after it. */
const UNTIL_REGISTERED_MS = 1_000;

/** What looks like one of ours, and nobody has registered. */
function lookAtUnregistered(): void {
  // A test environment may be over by now.
  if (!globalThis.document) return;
  for (const element of inPage(':not(:defined)')) {
    const {localName} = element;
    if (localName in TAGS) {
      tell(element, `is registered by nobody. Import "ipsm-consent/define/${localName}.js".`);
    } else if (localName.startsWith('ipsm-')) {
      const meant = near(localName, Object.keys(TAGS));
      tell(element, `is no element of ours. ${meant ? `Did you mean <${meant}>?` : 'See docs/elements.md.'}`);
    }
  }
  explainCodes();
}

/** A form that nobody has taken over, on its way: what browsers send it by. */
function lookAtSubmission({target, submitter, defaultPrevented}: SubmitEvent): void {
  const form = target as HTMLFormElement;
  const method =
    (submitter?.hasAttribute('formmethod') && (submitter as HTMLButtonElement).formMethod) || null;
  if (defaultPrevented || (method ?? member(form, 'method')) !== 'get') return;
  for (const field of fieldsOf(form)) {
    if (field.localName === 'ipsm-consent-checkbox') tell(field, `is in a form that is ${BY_GET}`);
  }
}

/** What a page may say to `configure`. */
const CONFIG = {
  lang: true,
  policy: true,
  policyId: true,
  storage: true,
  endpoint: true,
  endpointDeclines: true,
  cookieDomain: true,
  contact: true,
  statusPage: true,
  refused: true,
  standing: true,
  quiet: true,
  bundled: true,
} satisfies Record<keyof PageConfig, true>;

/** What a script has told `configure`: TypeScript tells it sooner. */
function lookAtConfig(): void {
  for (const [key, value] of Object.entries(pageConfig)) {
    const known = VALUES[key];
    const meant = near(key, Object.keys(CONFIG));
    if (!(key in CONFIG)) {
      warnOnce(
        'page-mistake',
        `configure() was told ${key}, which means nothing.${meant ? ` Did you mean ${meant}?` : ''}`,
      );
    } else if (known && value && !known.includes(String(value))) {
      warnOnce(
        'page-mistake',
        `configure() was told ${key}: "${String(value)}", which means nothing. It is one of ${oneOf(known)}.`,
      );
    } else if (key === 'lang' && value && !matchLang(String(value))) {
      warnOnce(
        'page-mistake',
        `configure() was told lang: "${String(value)}", which is none of the languages "kk", "ru", "en".`,
      );
    }
  }
}

/** What the script tags say. */
function lookAtScripts(): void {
  for (const script of document.querySelectorAll('script')) {
    for (const {name, value} of script.attributes) {
      const setting = /^data-ipsm-(.*)/.exec(name)?.[1];
      if (setting === undefined) continue;
      lookAtValue(script, setting, value);
      const meant = near(setting, SETTINGS);
      if (!SETTINGS.includes(setting)) {
        tell(script, `has ${name}, which means nothing.${meant ? ` Did you mean data-ipsm-${meant}?` : ''}`);
      }
      if (setting === 'lang' && value && !matchLang(value)) {
        tell(
          script,
          `has ${name}="${value}", which is none of the languages "kk", "ru", "en". Kazakh is shown.`,
        );
      }
    }
  }
}

const OURS = Object.keys(TAGS).join();
let waiting: ReturnType<typeof setTimeout> | undefined;

function lookAtPage(): void {
  if (!globalThis.document) return;
  for (const root of rootsOf(document)) observe(root);
  if (!canWork()) {
    if (inPage(OURS).length) {
      warnOnce(
        'unsupported',
        `This browser or test environment lacks ${lacking().join(', ')}, so no element is registered, however it is imported. In an old browser the fallback between the tags does the work; test in a real one.`,
      );
    }
    explainCodes();
    return;
  }
  clearTimeout(waiting);
  waiting = setTimeout(lookAtUnregistered, UNTIL_REGISTERED_MS);
  lookAtScripts();
  if (document.characterSet !== 'UTF-8') {
    warnOnce(
      'page-mistake',
      `This page is ${document.characterSet}, not UTF-8. Records arrive whole all the same; what people type may not. Write <meta charset="utf-8"> first in <head>, and save the page so.`,
    );
  }
  for (const element of inPage(OURS)) {
    if (customElements.get(element.localName) === TAGS[element.localName as Tag]) lookAt(element);
  }
  explainCodes();
}

let timer: ReturnType<typeof setTimeout> | undefined;

/** After whoever changes the page has done. */
function lookSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(lookAtPage, 100);
}

let observer: MutationObserver | undefined;

/** Once more is as once. */
function observe(root: Node): void {
  observer ??= new MutationObserver(lookSoon);
  observer.observe(root, {subtree: true, childList: true, attributes: true});
}

/**
 * Tells the author of a page, once each, in the console, what is written wrong there: with the element, the value and what to
 * do. For development: it looks at the page whenever that changes, also within shadow roots.
 */
export function tellMistakes(): void {
  observe(document);
  onConfigure(lookAtConfig);
  lookAtConfig();
  // the last to hear of it, after whoever takes the form over
  addEventListener('submit', lookAtSubmission);
  if (document.readyState === 'complete') lookSoon();
  else addEventListener('load', lookSoon, {once: true});
}
