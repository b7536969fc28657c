import {matchLang} from '../../l10n/languages.js';

const NAMES: [RegExp, string][] = [
  [/қаза|каза|kazakh/iu, 'kk'],
  [/орыс|русск|russian/iu, 'ru'],
  [/ағылшын|англ|english/iu, 'en'],
];

/** The code of a language, by code or by name. */
export const langNamed = (text: string): string | undefined =>
  matchLang(text) ?? NAMES.find(([name]) => name.test(text))?.[1];
