import {keepInAddress} from './address.js';
import {pageLang, word, words, type Word} from './words.js';

/** Attributes whose words follow the language: `data-t-aria-label="languages"` fills `aria-label`. */
const ATTRIBUTES = ['aria-label', 'title'];

/** Fired at the document once the page speaks its new language. */
export const LANGUAGE_EVENT = 'demo-language';

/** Puts the page into the language that it says it is in. */
export function speak(): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-t]'))
    part.textContent = word(part.dataset['t'] as Word);
  for (const attribute of ATTRIBUTES) {
    for (const part of document.querySelectorAll(`[data-t-${attribute}]`)) {
      part.setAttribute(attribute, word(part.getAttribute(`data-t-${attribute}`) as Word));
    }
  }
  const lang = pageLang();
  for (const field of document.querySelectorAll<HTMLInputElement>('input[name=lang]')) field.value = lang;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-document]')) {
    link.href = `policy/2026-10-01.${lang}.html`;
    link.hreflang = lang;
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-ledger]'))
    link.href = `ledger?lang=${lang}`;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a')) {
    if (link.lang === lang) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  document.dispatchEvent(new Event(LANGUAGE_EVENT));
}

/** Makes the language links switch in place, so that nothing typed is lost. */
export function followLanguage(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a')) {
    link.addEventListener('click', (event) => {
      // With a modifier the link is a link: another tab, another window. So is one beside an element that stayed as it was sent.
      const isPlain =
        event.ctrlKey || event.metaKey || event.shiftKey || document.querySelector(':not(:defined)');
      if (isPlain || !(link.lang in words)) return;
      event.preventDefault();
      document.documentElement.lang = link.lang;
      keepInAddress('lang', link.lang);
      speak();
    });
  }
}
