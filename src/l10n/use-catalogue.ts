import type {LocaleModule} from '@lit/localize';
import {_installMsgImplementation, type msg} from '@lit/localize/init/install.js';
import {runtimeMsg} from '@lit/localize/internal/runtime-msg.js';

/** Messages of the interface in one language. */
export type Catalogue = LocaleModule['templates'];

let used: Catalogue | undefined;
let installed = false;

/**
 * The interface takes its words from this catalogue from now on, and those that it lacks from the source, in Kazakh. So in the
 * sources; a file of the package takes them from words.ts.
 */
export function useCatalogue(catalogue: Catalogue | undefined): void {
  used = catalogue;
  if (!installed)
    _installMsgImplementation(((template, options) => runtimeMsg(used, template, options)) as typeof msg);
  installed = true;
}
