import type {Lang} from '../core/manifest.js';

/** Whether the interface is in Russian, or in English; else it is in Kazakh. Read by scripts/cdn/inline-catalogues.mjs. */
export let ru = false;
export let en = false;

/** The interface speaks this language from now on. */
export function setLocale(lang: Lang): void {
  ru = lang === 'ru';
  en = lang === 'en';
}
