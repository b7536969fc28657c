import {unquoted} from './quotes.js';

/** What a person says to a question. Nothing at all is no answer, and never a "no". */
export type Answer =
  | {kind: 'value'; /** Its entries, where it is a list; else one. */ values: string[]}
  | {kind: 'yes'}
  | {kind: 'no'}
  | {kind: 'unknown'};

/** Any of these, as the source of a regular expression. */
const any = (...words: string[]) => `(?:${words.join('|')})`;
/** Where a word ends; `\b` knows Latin letters only. */
const END = String.raw`(?![\p{L}\p{N}])`;
const BETWEEN = String.raw`[\s,;:.(–—-]+`;

const YES_WORD = any('иә', 'ия', 'да', 'yes');
const YES = new RegExp(`^${YES_WORD}(?:${BETWEEN}${any(YES_WORD, 'конечно', 'әрине', 'of course')})*$`, 'u');
/** "Yes: hosting": the yes is no entry of the list. */
const YES_BEFORE = new RegExp(String.raw`^${YES_WORD}\s*(?:[,;:.]|\s[–—-]\s)\s*(?=\S)`, 'iu');

const NOBODY = any('ешкім(?:ге|мен)?', 'никто', 'никому', 'никого', 'nobody', 'no one', 'noone', 'none');
const NO_WORD = any(
  ...[
    'жоқ',
    'жок',
    'ештеңе',
    'ешқандай',
    'ешқайда',
    'нету?',
    'неа',
    'ничего',
    'никак(?:их|ие|ой)',
    'нигде',
    'никуда',
  ],
  ...['no', 'nope', 'nothing', 'nowhere', 'n/a', NOBODY],
);
const NO = new RegExp(`^(?:не|${NO_WORD}(?:${BETWEEN}${NO_WORD})*)$`, 'u');
/** "No, only adults": what follows may take the no back. Not "No. 1 Clinic", not "no-reply". */
const NO_AND_MORE = new RegExp(
  String.raw`^["'«“‘„]?${NO_WORD}${END}["'»”’“]?(?!\.?\s*\d)\s*(?:[,;:(]|\.\s|\s[–—-]|[–—-]\s|\s${any('бірақ', 'тек', 'басқа', 'но', 'только', 'кроме', 'but', 'only', 'except')}\s)`,
  'iu',
);
const NOT_WORD = String.raw`(?<!\p{L})`;
/** Verbs that say in one word, or after a "not", that something is not done. */
const NOT_DONE = [
  String.raw`${NOT_WORD}не\s+\p{L}*(?:[еёи]м|[еёи]т|[уюая]т|[ую]|ть|[еёи]тся|[уюая]тся|ться|[ае]н[аоы]?)(?!\p{L})`,
  String.raw`[мбп][ае](?:й(?:мын|мін|мыз|міз|ды|ді|тын|тін)|ған|ген)(?!\p{L})`,
];
/** "Nobody gets it", "не передаём", "берілмейді": a no in other words, where a yes or a no is asked for. */
const NO_IN_WORDS = [
  new RegExp(String.raw`^${NOBODY}${END}\s*\S`, 'u'),
  /^(?:нет|жоқ|no)\s+\p{Ll}/u,
  new RegExp(String.raw`^(?:(?:мы|я|у нас|данные|они)\s+)*${NOT_DONE[0]}`, 'u'),
  /^(?:(?:we|they|it|(?:the )?data|minors|children)\s+)?(?:(?:do|does|is|are|will)(?: not|n[’']t)|never|not|won[’']t)\s+\p{L}/u,
  new RegExp(`${NOT_DONE[1]}$`, 'u'),
];
/** The same wherever it stands. */
const NO_AMONG_WORDS = new RegExp(
  any(
    ...NOT_DONE,
    String.raw`${NOT_WORD}${any(NO_WORD, 'not', 'cannot', 'never', 'без передачи')}${END}(?![-.]\p{L})`,
    String.raw`n[’']t${END}`,
    String.raw`${NOT_WORD}отсутству`,
  ),
  'u',
);

const DO_NOT_KNOW = any(
  String.raw`не\s?зна(?:ю|ем)`,
  'білмейм(?:ін|із)',
  "(?:do not|don'?t) know",
  String.raw`не\s?известно`,
);
const KNOW_NOT = any(
  DO_NOT_KNOW,
  ...[
    'не уверен[аы]?',
    'не в курсе',
    'не помню',
    'затрудня(?:юсь|емся)(?: ответить)?',
    'не мог(?:у|ем) (?:сказать|ответить)',
    'трудно сказать',
  ],
  ...['білмеді[мк]', 'белгісіз', 'беймәлім', 'хабарым жоқ', 'айта алмаймын'],
  ...['dunno', 'unknown', 'not known', '(?:not |un)sure', 'no idea', "(?:cannot|can'?t) say"],
);
const ABOUT = any(
  ...[
    'я',
    'мы',
    'пока(?: что)?',
    'еще',
    'точно',
    'этого',
    'сейчас',
    'мен',
    'біз',
    'әзірге',
    'әлі',
    'нақты',
    'оны',
    'мұны',
  ],
  ...['i', 'we', 'it is', "it's", 'it', 'this', 'yet', 'exactly', 'for sure', 'still', 'have', 'am'],
);
const LATER = any(
  '(?:кейін(?:ірек)?|соңынан)(?: (?:толтырамын|жазамын|нақтылаймын|анықтаймын|айтамын))?',
  '(?:толтырамын|нақтылаймын|анықтаймын)',
  '(?:заполн|напиш|уточн|скаж)(?:[юу]|им|ем)(?: (?:позже|потом|позднее))?',
  '(?:позже|потом|позднее)(?: (?:заполн|напиш|уточн|скаж)(?:[юу]|им|ем))?',
  "(?:(?:i|we)(?: will|'ll) |will )?(?:fill (?:it )?in|write|check|find out)(?: it)?(?: later)?",
  'later',
);
const UNKNOWN = new RegExp(
  String.raw`^(?:${ABOUT}\s+)*(?:${KNOW_NOT}(?:\s+${ABOUT})*(?:${BETWEEN}${LATER}\)?)?|${LATER})$`,
  'u',
);
/** "Don't know, ask Aigerim": no fact, and more than that nobody knows. */
const UNKNOWN_AND_MORE = new RegExp(`^(?:${ABOUT} )*${DO_NOT_KNOW}${END}`, 'u');

/** "No data" may mean that there is none, or that nobody knows; a dash anything. */
const NOTHING = new RegExp(
  `^${any('нет (?:данных|информации|сведений|ответа)', 'н/д', 'no (?:data|information|info|answer)', '(?:мәлімет|дерек|ақпарат|жауап)(?:тер)? жоқ')}$`,
  'u',
);

/** As it is compared: without quotes, capitals and full stop. */
const plain = (text: string): string =>
  unquoted(text.trim().replace(/[.!…]+$/, ''))
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replaceAll('ё', 'е')
    .replace(/\s+/g, ' ')
    .replace(/[.!…\s]+$/, '');

/** Whether a text begins with a no and goes on. */
export const isNoAndMore = (text: string): boolean => NO_AND_MORE.test(text.trim());

const QUOTED = /«[^«»]*»|"[^"]*"|“[^“”]*”|„[^„“”]*[“”]/g;
/** A sentence without its capitals and without names: those in quotation marks, and "Nobody Inc", where another capital follows. */
function sentenceOf(text: string): string {
  const inside = unquoted(text);
  const said = /^\p{Ll}/u.test(inside) ? inside : text.trim().replace(QUOTED, '""');
  const isName = /^\p{Lu}\p{Ll}+\s+\p{Lu}/u.test(said);
  return said
    .replace(/(?<!\p{L})\p{Lu}{2,}(?!\p{L})/gu, (word) => word.toLowerCase())
    .replace(/^\p{Lu}/u, (letter) => (isName ? letter : letter.toLowerCase()))
    .replace(/[.!]+$/, '');
}

/** Whether a text is a no in a sentence of its own. */
export const isNoInWords = (text: string): boolean => {
  const said = sentenceOf(text);
  return NO_IN_WORDS.some((no) => no.test(said));
};

/** Whether a no stands anywhere among the words. */
export const isNoAmongWords = (text: string): boolean =>
  isNoInWords(text) || NO_AMONG_WORDS.test(sentenceOf(text));

/** Whether a text begins with "don't know" and goes on. */
export const isUnknownAndMore = (text: string): boolean => UNKNOWN_AND_MORE.test(plain(text));

/** Whether a text is neither an answer nor that there is none. */
export const isNothing = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text) || NOTHING.test(plain(text));

/** A list without the "yes" that answers the question before it. */
export const withoutYes = (text: string): string =>
  text.replace(YES_BEFORE, '').replace(/^(?:[Дд]а|[Ии]ә)\s+(?=\p{Ll})/u, '');

/** The answer in a text; `undefined` for an empty one. */
export function answerIn(text: string): Answer | undefined {
  const said = plain(text);
  if (!unquoted(text)) return undefined;
  if (YES.test(said)) return {kind: 'yes'};
  if (NO.test(said)) return {kind: 'no'};
  if (UNKNOWN.test(said)) return {kind: 'unknown'};
  return {kind: 'value', values: [text.trim()]};
}
