// The elements' own way tells the window of the page each time, and takes a moment: a server has no window, and prints for many at once.
import {_installMsgImplementation, type msg} from '@lit/localize/init/install.js';
import {runtimeMsg} from '@lit/localize/internal/runtime-msg.js';
import {templates as en} from '../l10n/generated/locales/en.js';
import {templates as ru} from '../l10n/generated/locales/ru.js';
import {matchLang, type PageLang} from '../l10n/languages.js';

const CATALOGUES = {kk: undefined, ru, en} satisfies Record<PageLang, unknown>;

let spoken: PageLang = 'kk';
let installed = false;

/** The words of the interface are in this language from now on, in Kazakh where they do not know it: print before you await. */
export function speak(lang: string): void {
  if (!installed)
    _installMsgImplementation(((template, options) =>
      runtimeMsg(CATALOGUES[spoken], template, options)) as typeof msg);
  installed = true;
  spoken = matchLang(lang) ?? 'kk';
}
