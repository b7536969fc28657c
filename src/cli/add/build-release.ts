import {LANGS, type Lang, type Release} from '../../core/index.js';
import {readBytes} from '../read-file.js';
import {sha256Of} from '../sha256-of.js';
import type {ReleaseInput} from './release-input.js';

const inOrderOfLangs = <T>(entries: Map<Lang, T>): Partial<Record<Lang, T>> =>
  Object.fromEntries(LANGS.filter((lang) => entries.has(lang)).map((lang) => [lang, entries.get(lang)]));

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The words in one language: from their file, else those of the release before without its news. */
function wordsIn(lang: Lang, {notices, changes}: ReleaseInput, previous: Release | undefined): unknown {
  const {changes: _old, ...before} = previous?.notice[lang] ?? {};
  const words = notices.has(lang) ? notices.get(lang)!.json : before;
  // What is no object stays as it is, for the reader to refuse.
  return changes.has(lang) && isObject(words) ? {...words, changes: changes.get(lang)} : words;
}

/**
 * Puts a release together and hashes its documents. Not yet read strictly.
 * @param previous the release whose notice and terms are taken over
 */
export async function buildRelease(
  input: ReleaseInput,
  previous: Release | undefined,
): Promise<Record<keyof Release, unknown>> {
  const {version, effectiveFrom, change, anchor, notices, terms} = input;
  const documents = new Map<Lang, object>();
  for (const [lang, {path, shown, url}] of input.documents) {
    documents.set(lang, {url, sha256: sha256Of(await readBytes(path, shown)), anchor});
  }
  const spoken = LANGS.filter((lang) => notices.has(lang) || previous?.notice[lang]);
  return {
    version,
    effectiveFrom,
    change,
    documents: inOrderOfLangs(documents),
    notice: Object.fromEntries(spoken.map((lang) => [lang, wordsIn(lang, input, previous)])),
    terms: terms ? terms.json : previous?.terms,
  };
}
