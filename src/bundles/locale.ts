import type {ReactiveControllerHost} from 'lit';
import type {Lang} from '../core/manifest.js';

/** Whether the interface is in Russian, or in English; else it is in Kazakh. Read by scripts/cdn/inline-catalogues.mjs. */
export let ru = false;
export let en = false;

const hosts = new Set<ReactiveControllerHost>();

/** The interface speaks this language from now on. */
export function setLocale(lang: Lang): void {
  ru = lang === 'ru';
  en = lang === 'en';
  hosts.forEach((host) => host.requestUpdate());
}

/** In place of lit-localize's: draws the element again in the new language. */
export function updateWhenLocaleChanges(host: ReactiveControllerHost): void {
  host.addController({
    hostConnected: () => hosts.add(host),
    hostDisconnected: () => hosts.delete(host),
  });
}
