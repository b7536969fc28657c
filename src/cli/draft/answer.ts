/** What a person says to a question. Nothing at all is no answer, and never a "no". */
export type Answer =
  | {kind: 'value'; /** Its entries, where it is a list; else one. */ values: string[]}
  | {kind: 'yes'}
  | {kind: 'no'}
  | {kind: 'unknown'};

const YES = /^(иә|ия|да|yes)$/u;
const NO_WORDS = '(жоқ|ешкім(ге)?|нет|никто|никому|no|none|nobody|no one|n/a)';
const NO = new RegExp(`^${NO_WORDS}$`, 'u');
/** "No, only adults": what follows may take the no back. */
const NO_AND_MORE = new RegExp(
  String.raw`^${NO_WORDS}\s*([,;.:(–—-]|\s(бірақ|тек|басқа|но|только|кроме|but|only|except)\s)`,
  'iu',
);
const UNKNOWN =
  /^(білмеймін|не знаю|don['’]?t know|do not know)([,;:–— ]+(кейін толтырамын|заполню позже|will fill in later))?$/u;

/** Whether a text begins with a no and goes on. */
export const isNoAndMore = (text: string): boolean => NO_AND_MORE.test(text.trim());

/** The answer in a text; `undefined` for an empty one. */
export function answerIn(text: string): Answer | undefined {
  const said = text.trim().toLowerCase().replace(/[.!]$/, '');
  if (!said) return undefined;
  if (YES.test(said)) return {kind: 'yes'};
  if (NO.test(said)) return {kind: 'no'};
  if (UNKNOWN.test(said)) return {kind: 'unknown'};
  return {kind: 'value', values: [text.trim()]};
}
