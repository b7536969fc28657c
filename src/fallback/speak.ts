import {templates as en} from '../l10n/generated/locales/en.js';
import {templates as ru} from '../l10n/generated/locales/ru.js';
import {matchLang, type PageLang} from '../l10n/languages.js';
import {templates as kk} from '../l10n/source-words.js';
import {useCatalogue, type Catalogue} from '../l10n/use-catalogue.js';

const CATALOGUES: Record<PageLang, Catalogue> = {kk, ru, en};

/** The words of the interface are in this language from now on, in Kazakh where they do not know it: print before you await. */
export function speak(lang: string): void {
  useCatalogue(CATALOGUES[matchLang(lang) ?? 'kk']);
}
