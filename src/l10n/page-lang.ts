import {matchLang, type PageLang} from './languages.js';

let chosen: PageLang | undefined;
const listeners = new Set<() => void>();

/** The language of the page: the one configured, else `<html lang>`, else Kazakh. Ancestors' `lang` is ignored. */
export const pageLang = (): PageLang => chosen ?? matchLang(document.documentElement.lang) ?? 'kk';

/** Sets the page's language from script or script tag; `undefined` follows `<html lang>` again. */
export function choosePageLang(tag: string | undefined): void {
  chosen = matchLang(tag);
  listeners.forEach((listener) => listener());
}

/** Calls back when the page's language may have changed. Kept up for the life of the page. */
export function onPageLang(listener: () => void): void {
  if (!listeners.size) {
    const observer = new MutationObserver(() => {
      watch();
      listeners.forEach((each) => each());
    });
    // A page that swaps its parts may also swap its root.
    const watch = () => observer.observe(document.documentElement, {attributeFilter: ['lang']});
    observer.observe(document, {childList: true});
    watch();
  }
  listeners.add(listener);
}
