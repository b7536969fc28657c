/** Loan words that are written in Russian as in Kazakh, and names: what may stand in a translation as it stands in the source. */
const ALIKE = new Set([
  'Оператор',
  'Файл',
  'браузер',
  'Браузер',
  'Манифест',
  'Баннер',
  'мин',
  'fetch',
  'Bootstrap',
]);
/** Of Kazakh, in neither Russian nor English. */
const KAZAKH = /[әғқңөұүһі]/i;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/**
 * Why words in Russian or English are no translation of the Kazakh ones; nothing where they may be.
 * @param {string} kazakh @param {string} words @param {string} lang @returns {string | undefined}
 */
export function untranslated(kazakh, words, lang) {
  if (words.trim() === '') return 'no translation';
  // Quotation marks around a sentence, say: Russian has those of Kazakh.
  if (!/\p{L}/u.test(words)) return undefined;
  if (KAZAKH.test(words)) return 'Kazakh letters in the translation';
  if (lang === 'en' && CYRILLIC.test(words)) return 'Cyrillic letters in the translation';
  return words.trim() === kazakh.trim() && !ALIKE.has(words.trim()) ? 'the Kazakh words again' : undefined;
}
