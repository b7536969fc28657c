import {LANGS, type Lang} from './manifest.js';

/**
 * The project's language for a BCP 47 tag, by its primary subtag.
 * `kz` is a country code that many pages write for Kazakh; `kaz` is the three-letter code of the same language.
 */
export function matchLang(tag: string | null | undefined): Lang | undefined {
  const primary = tag?.trim().toLowerCase().split(/[-_]/)[0];
  return LANGS.find((lang) => lang === primary) ?? (primary === 'kz' || primary === 'kaz' ? 'kk' : undefined);
}
