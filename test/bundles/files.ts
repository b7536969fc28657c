import {TAGS} from '../../src/define/tags.js';

const ALL = Object.keys(TAGS);
const ASKING = ALL.filter((tag) => tag !== 'ipsm-consent-status');
const CHECKBOX = ['ipsm-consent-checkbox'];

/** Every file of dist/cdn/, the language that it speaks on a Kazakh page, and what it registers. */
export const FILES = [
  {file: 'ipsm-consent.min.js', lang: 'kk', tags: ASKING},
  {file: 'ipsm-consent.kk.min.js', lang: 'kk', tags: ASKING},
  {file: 'ipsm-consent.ru.min.js', lang: 'ru', tags: ASKING},
  {file: 'ipsm-consent.en.min.js', lang: 'en', tags: ASKING},
  {file: 'ipsm-consent-all.min.js', lang: 'kk', tags: ALL},
  {file: 'ipsm-consent-all.kk.min.js', lang: 'kk', tags: ALL},
  {file: 'ipsm-consent-all.ru.min.js', lang: 'ru', tags: ALL},
  {file: 'ipsm-consent-all.en.min.js', lang: 'en', tags: ALL},
  {file: 'ipsm-consent-checkbox.kk.min.js', lang: 'kk', tags: CHECKBOX},
  {file: 'ipsm-consent-checkbox.ru.min.js', lang: 'ru', tags: CHECKBOX},
  {file: 'ipsm-consent-checkbox.en.min.js', lang: 'en', tags: CHECKBOX},
] as const;

/** How the sentence that is agreed to begins. */
export const SENTENCE = {
  kk: 'IPSM-ге осы дербес деректерімді',
  ru: 'Даю IPSM согласие на сбор и обработку',
  en: 'I agree to IPSM collecting and processing',
} as const;

/** What the bubble of the browser says of the box that is not ticked. */
export const UNTICKED = {
  kk: 'Деректеріңізді жинауға және өңдеуге келіссеңіз, осы құсбелгіні қойыңыз.',
  ru: 'Если согласны на сбор и обработку ваших данных, поставьте эту отметку.',
  en: 'If you agree to the collection and processing of your data, tick this box.',
} as const;
