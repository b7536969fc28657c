import {matchLang} from '../../l10n/languages.js';

const named = (stem: string) =>
  new RegExp(String.raw`^(?:на\s+|in\s+)?(?:${stem})\p{L}*(?:\s+(?:тіл|язык|language)\p{L}*)?$`, 'iu');
const NAMES: [RegExp, string][] = [
  [named('қаза|каза|kazakh|государственн|мемлекеттік'), 'kk'],
  [named('орыс|русск|russian'), 'ru'],
  [named('ағылшын|англ|english'), 'en'],
];

/** The code of a language, by code or by name. */
export const langNamed = (text: string): string | undefined =>
  matchLang(text) ?? NAMES.find(([name]) => name.test(text.trim()))?.[1];
