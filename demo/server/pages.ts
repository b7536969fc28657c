import type {Context} from 'hono';
import {printFallback, printPurposeFallback} from 'ipsm-consent/fallback';
import {
  defaultTreeAdapter as tree,
  parse,
  parseFragment,
  serialize,
  type DefaultTreeAdapterTypes,
} from 'parse5';
import {en} from '../client/words-en.js';
import {kk, type Word, type Words} from '../client/words-kk.js';
import {ru} from '../client/words-ru.js';
import {sendFile} from './files.js';
import type {Published} from './policies.js';
import {tokenIn} from './qa-desk.js';
import {chooseLang, type Lang} from './words.js';

type Element = DefaultTreeAdapterTypes.Element;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;

const WORDS: Record<Lang, Words> = {kk, ru, en};
const MANIFEST = 'policy/manifest.json';
/** Addresses that a tester's token has to go along with: pages that load the manifest, where decisions go. */
const OWN_ADDRESS = /^(?:banner-inline\.html|my-consent\.html|decisions|\.\/)$/;
/** Links of the fallback are relative in the end: where the demo is served from is not known here. */
const ANYWHERE = 'https://localhost/';

const valueOf = ({attrs}: Element, name: string) => attrs.find((attr) => attr.name === name)?.value;

function setValue(element: Element, name: string, value: string): void {
  element.attrs = [...element.attrs.filter((attr) => attr.name !== name), {name, value}];
}

function setText(element: Element, text: string): void {
  element.childNodes = [];
  tree.insertText(element, text);
}

const elementsIn = (parent: ParentNode): Element[] =>
  parent.childNodes
    .filter((node) => tree.isElementNode(node))
    .flatMap((child) => [child, ...elementsIn(child)]);

/** Puts the page into a language, as its script does once it runs. */
function speak(elements: Element[], lang: Lang): void {
  const word = (name: string) => WORDS[lang][name as Word];
  for (const element of elements) {
    for (const {name, value} of element.attrs) {
      if (name === 'data-t') setText(element, word(value));
      else if (name.startsWith('data-t-')) setValue(element, name.slice('data-t-'.length), word(value));
      else if (name === 'data-document') {
        setValue(element, 'href', `policy/2026-10-01.${lang}.html`);
        setValue(element, 'hreflang', lang);
      } else if (name === 'data-ledger') setValue(element, 'href', `ledger?lang=${lang}`);
    }
    if (element.tagName === 'html') setValue(element, 'lang', lang);
    if (element.tagName === 'input' && valueOf(element, 'name') === 'lang') setValue(element, 'value', lang);
    if (valueOf(element, 'href')?.startsWith('?lang=')) {
      element.attrs = element.attrs.filter(({name}) => name !== 'aria-current');
      if (valueOf(element, 'lang') === lang) setValue(element, 'aria-current', 'true');
    }
  }
}

/** Has the page of a tester ask for the token's manifest, and take the token along. */
function carryToken(elements: Element[], token: string): void {
  for (const element of elements) {
    for (const name of ['href', 'endpoint', 'policy']) {
      const value = valueOf(element, name);
      if (value === MANIFEST) setValue(element, name, `policy/${token}/manifest.json`);
      else if (value?.startsWith('?lang=')) setValue(element, name, `${value}&qa=${token}`);
      else if (value && OWN_ADDRESS.test(value)) setValue(element, name, `${value}?qa=${token}`);
    }
    if (element.tagName === 'input' && valueOf(element, 'name') === 'qa') {
      element.attrs = element.attrs.filter(({name}) => name !== 'disabled');
      setValue(element, 'value', token);
    }
  }
}

/** Prints into each box what is read and ticked without the script, and before it runs. */
async function printFallbacks(boxes: Element[], manifest: unknown, lang: Lang, now: Date): Promise<void> {
  let isFirst = true;
  for (const box of boxes) {
    const [name, purpose] = [valueOf(box, 'name') ?? 'consent', valueOf(box, 'purpose')];
    const inside =
      purpose === undefined
        ? await printFallback(manifest, {lang, name, now, manifestUrl: ANYWHERE + valueOf(box, 'policy')})
        : printPurposeFallback(manifest, {lang, name, now, purpose, isFirst});
    isFirst &&= purpose === undefined;
    box.childNodes = [];
    for (const node of [...parseFragment(inside.replaceAll(`"${ANYWHERE}`, '"')).childNodes])
      tree.appendChild(box, node);
  }
}

/** Puts the manifest into the page: nothing of it has to be waited for. */
function carryManifest(head: Element, manifest: unknown): void {
  const script = parseFragment(`<script type="application/json" data-ipsm-manifest="${MANIFEST}"></script>`);
  const [element] = elementsIn(script);
  // nothing in it may end the element
  setText(element!, JSON.stringify(manifest).replaceAll('<', '\\u003c'));
  tree.appendChild(head, element!);
}

/**
 * Answers with a page: in the language that its address asks for, readable and ready to be sent before and without its
 * script. One opened by a tester's token asks for the manifest of that token.
 */
export function sendPage(context: Context, folder: string, name: string, published: Published, now: Date) {
  const token = tokenIn(context.req.query('qa'));
  const lang = chooseLang(context.req.query('lang'));
  return sendFile(context, folder, name, async (html) => {
    const document = parse(html);
    const elements = elementsIn(document);
    const boxes = elements.filter(
      ({tagName, attrs}) => tagName === 'ipsm-consent-checkbox' && attrs.some(({name}) => name === 'policy'),
    );
    if (elements.some((element) => valueOf(element, 'data-t') !== undefined)) speak(elements, lang);
    if (token) carryToken(elements, token);
    const {manifest} = (await published(token)).verifier;
    await printFallbacks(boxes, manifest, lang, now);
    if (boxes.length > 0 && !token)
      carryManifest(
        elements.find(({tagName}) => tagName === 'head')!,
        manifest,
      );
    return serialize(document);
  });
}
