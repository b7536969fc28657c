import {PAGE_LANGS} from '../../l10n/languages.js';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
// A code of a country that is gone, such as DD, stands for another one by now.
const CODES = letters
  .flatMap((first) => letters.map((second) => first + second))
  .filter((code) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`);
const plain = (name: string) => name.toLowerCase().replace(/[.’']/g, '').trim();

/** Short names that the tables of countries do not have. */
const SHORT: Record<string, string> = {
  сша: 'US',
  ақш: 'US',
  usa: 'US',
  'united states of america': 'US',
  рф: 'RU',
  ресей: 'RU',
  uk: 'GB',
  рк: 'KZ',
  қр: 'KZ',
};

function namesOfAll(): Map<string, string> {
  const codes = new Map<string, string>();
  for (const lang of PAGE_LANGS) {
    const names = new Intl.DisplayNames([lang], {type: 'region', fallback: 'none'});
    for (const code of CODES) {
      const name = names.of(code);
      if (name && !codes.has(plain(name))) codes.set(plain(name), code);
    }
  }
  return codes;
}

let known: Map<string, string> | undefined;

/** ISO 3166 code of a country, by its code or its name in a language of ours; `undefined` for anything else. */
export function countryCode(text: string): string | undefined {
  known ??= namesOfAll();
  const code = text.trim().toUpperCase();
  if (/^[A-Z]{2}$/.test(code) && [...known.values()].includes(code)) return code;
  return SHORT[plain(text)] ?? known.get(plain(text));
}
