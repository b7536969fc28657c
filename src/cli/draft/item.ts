import {bareClauses, CLAUSE_BEGINS, CLAUSE_ENDS, CLAUSES, isClause} from './clause.js';
import {DATA, kindOf, PURPOSES, type Kind} from './kinds.js';
import {slug} from './slug.js';

/** What a consent is about: data that is collected, or a purpose of it. */
export interface Item {
  id: string;
  clause: string;
  /** Term of the Data Privacy Vocabulary. */
  dpv: string;
  /** Left to the person. */
  optional: boolean;
}

/** What is wrong with an entry. */
export type ItemFault =
  | {fault: 'form' | 'clauses' | 'optional-first'}
  /** Several things in one entry, and how they would be written one by one. */
  | {fault: 'several'; apart: string; named: string}
  | {fault: 'same'; first: string; second: string; other: string};

/** An entry that was read, with the name that it gets where another one is of the same kind. */
interface Read extends Item {
  own: string;
}

const start = String.raw`(?<![\p{L}])`;
const end = String.raw`(?![\p{L}])`;
const WHOSE = String.raw`(?:\s+(?:человека|пользователя|клиента|субъекта|самого человека|адамның|of the person))?`;
const OPTIONAL_WORDS = String.raw`қалауынша|қалау\p{L}*\s+бойынша|міндетті\s+емес\p{L}*|ерікті\s+түрде|еркімен|по\s+желанию|по\s+выбору|не\s?обязательн\p{L}*|добровольно|опциональн\p{L}*|факультативно|optional(?:ly)?|if\s+they\s+(?:like|wish|want)|not\s+(?:required|obligatory|mandatory)`;
/** Of these only at the end: "voluntary insurance" is a purpose that may be required. */
const LAST_OPTIONAL = String.raw`ерікті|добровольн\p{L}*|voluntary`;
const LAST_REQUIRED = String.raw`міндетті(?:\s+түрде)?|обязательн\p{L}*|required|mandatory|obligatory`;

const around = (words: string, after = '') =>
  new RegExp(String.raw`[\s,;(–—-]*${start}(?:${words})${end}${WHOSE}[\s).!]*${after}`, 'iu');
const AT_END = String.raw`(?=${CLAUSES}\s*$|\(|$)`;
/** Before the first of several entries it may be meant for all of them. */
const OPTIONAL_FIRST = new RegExp(String.raw`^[\s(«"]*(?:${OPTIONAL_WORDS})${end}`, 'iu');
const OPTIONAL = [around(OPTIONAL_WORDS), around(LAST_OPTIONAL, AT_END)];
const REQUIRED = around(LAST_REQUIRED, AT_END);

const ITEM = new RegExp(String.raw`^(.*?\p{L}.*?|)[,:(–—-]*(?:^|\s+)\(?(${CLAUSES})\)?\.?$`, 'u');
/** What joins several things in one entry. */
const AND =
  /\s*,?\s+(?:и|а\s+также|или|либо|плюс|және|сондай-ақ|мен|бен|пен|әрі|немесе|and|or|plus|as\s+well\s+as)\s+(?:также\s+)?|\s*[&+/\\]\s*|\s*,\s*(?:(?:а\s+)?также|сондай-ақ)?\s*/iu;

const NOT_OPTIONAL =
  /(?<!\p{L})(?:не\s+по\s+(?:желанию|выбору)|не\s+добровольно|not\s+(?:optional|voluntary))(?!\p{L})/iu;

/** Whether it is left to the person, and the text without the words that say so; nothing where it contradicts itself. */
function withoutMarks(text: string): {optional: boolean; rest: string} | undefined {
  if (NOT_OPTIONAL.test(text)) return undefined;
  let rest = text;
  for (const mark of OPTIONAL) rest = rest.replace(mark, ' ').trim();
  const optional = rest !== text.trim();
  const bare = rest.replace(REQUIRED, ' ').trim();
  return optional && bare !== rest ? undefined : {optional, rest: bare.replace(/[\s,;–—-]+$/, '')};
}

/** Several things that one entry names, or nothing: what is of one kind, or has no name of ours, is one. */
function partsOf(kinds: Kind[], words: string): string[] | undefined {
  const parts = words.split(AND).map((part) => part.replace(/[()]/g, ' ').replace(/\s+/g, ' ').trim());
  const known = parts.map((part) => kindOf(kinds, part)?.id);
  const isLost = parts.length > 1 && known.some((id) => id !== undefined && id !== 'scans');
  return /\d\.\d/.test(words) || isLost ? parts.filter(Boolean) : undefined;
}

function readItem(kinds: Kind[], otherDpv: string, text: string): Read | ItemFault {
  if (OPTIONAL_FIRST.test(text)) return {fault: 'optional-first'};
  const marks = withoutMarks(bareClauses(text).trim());
  if (!marks) return {fault: 'form'};
  const [, words = '', clause = ''] = ITEM.exec(marks.rest) ?? [];
  if (clause && !isClause(clause)) return {fault: 'clauses'};
  // Only a clause: it was parted from the entry before it.
  if (clause && !words) return {fault: 'clauses'};
  if (!words) return {fault: 'form'};
  const [, given] = /\[([a-z0-9-]+)\]/.exec(words) ?? [];
  const kind = given ? kinds.find(({id}) => id === given) : kindOf(kinds, words);
  const parts = given || kind ? undefined : partsOf(kinds, words);
  if (parts) {
    const apart = parts.map((part) => (/\d\.\d+$/.test(part) ? part : `${part} ${clause}`)).join(', ');
    const named = `${words.trim()} [${slug(words)}] ${clause}`;
    return {fault: 'several', apart: marks.optional ? '' : apart, named};
  }
  const own = given ?? slug(words);
  return {id: kind?.id ?? own, own, clause, dpv: kind?.dpv ?? otherDpv, optional: marks.optional};
}

const isItem = (read: Read | ItemFault): read is Read => 'id' in read;

const readerOf =
  (kinds: Kind[], otherDpv: string) =>
  /** What the entries say, or what is wrong with each. Those of one kind keep their own names, so that nothing is lost. */
  (texts: readonly string[]): (Item | ItemFault)[] => {
    const read = texts.map((text) => readItem(kinds, otherDpv, text));
    const count = (name: 'id' | 'own', value: string) =>
      read.filter((one) => isItem(one) && one[name] === value).length;
    const named = read.map((one) => (isItem(one) && count('id', one.id) > 1 ? {...one, id: one.own} : one));
    return named.map((one, i) => {
      if (!isItem(one)) return one;
      const first = named.findIndex((other) => isItem(other) && other.id === one.id);
      if (first < i) {
        const typed = texts[i]!.replace(/\s*\[[a-z0-9-]+\]/, '');
        const other = typed.replace(/^(.*?)(\s+\S*\d)/u, `$1 [${one.id}-2]$2`);
        return {fault: 'same', first: texts[first]!, second: texts[i]!, other};
      }
      const {own: _, ...item} = one;
      return item;
    });
  };

/** Kinds of data with their clauses: "телефон 2.3.3". An id of one's own stands in brackets: "аккаунт [account] 2.3.4". */
export const dataItems = readerOf(DATA, 'dpv:PersonalData');

/** Purposes with their clauses: "жарнама 2.2.4, қалауынша". */
export const purposeItems = readerOf(PURPOSES, 'dpv:Purpose');

/** What is wrong with an entry; `undefined` for one that was read. */
export const faultOf = (read: Item | ItemFault): ItemFault | undefined =>
  'fault' in read ? read : undefined;

/** One kind of data; `undefined` where its entry cannot be read. */
export const dataItem = (text: string): Item | undefined => {
  const [read] = dataItems([text]);
  return read && 'id' in read ? read : undefined;
};

const MARKS = `(?:${OPTIONAL_WORDS}|${LAST_OPTIONAL}|${LAST_REQUIRED})`;
/** A comma after one clause and before another does part: an entry has one clause. */
const PARTED = new RegExp(
  String.raw`[;\n]|,(?!\s*(?:${CLAUSE_BEGINS}|\d+(?:\.\d+)+|${MARKS}|удостоверяющ|куәландыр|(?:а )?также|сондай-ақ))|(?<=${CLAUSE_ENDS}\s*),(?!\s*${MARKS})`,
  'iu',
);
const HIDDEN = {',': '\ue000', ';': '\ue001'} as const;

/** Entries of a list in one text. A comma before "optional", in brackets, or between words and their clause, does not part them. */
export const entriesIn = (text: string): string[] =>
  text
    .replace(/\([^()]*\)/g, (inside) => inside.replace(/[,;]/g, (sign) => HIDDEN[sign as ',' | ';']))
    .split(PARTED)
    .map((entry) => entry.replaceAll(HIDDEN[','], ',').replaceAll(HIDDEN[';'], ';').trim())
    .filter(Boolean);

const hasClause = new RegExp(String.raw`(?:${CLAUSES})\)?\.?$`, 'u');

/** The same where a clause is said once for several words that speak of one thing: "фамилия, имя, отчество 2.3.1". */
export const dataEntriesIn = (text: string): string[] =>
  entriesIn(text).reduce<string[]>((entries, entry) => {
    const before = entries.at(-1);
    const kindBefore = before !== undefined && !hasClause.test(before) ? kindOf(DATA, before) : undefined;
    const words = bareClauses(entry).replace(hasClause, '');
    if (kindBefore && kindOf(DATA, words) === kindBefore)
      return [...entries.slice(0, -1), `${before}, ${entry}`];
    return [...entries, entry];
  }, []);
