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
  | {fault: 'form' | 'clauses' | 'optional-place'}
  /** Several things in one entry, and how they would be written one by one. */
  | {fault: 'several'; apart: string; named: string}
  | {fault: 'same'; first: string; second: string; other: string};

/** An entry that was read, with the name that it gets where one before it is of the same kind. */
interface Read extends Item {
  own: string;
}

const start = String.raw`(?<![\p{L}])`;
const end = String.raw`(?![\p{L}])`;
const WHOSE = String.raw`(?:\s+(?:человека|пользователя|клиента|субъекта|самого человека|адамның|of the person))?`;
const OPTIONAL_WORDS = String.raw`қалауынша|қалау\p{L}*\s+бойынша|міндетті\s+емес\p{L}*|ерікті\s+түрде|еркімен|по\s+желанию|по\s+выбору|не\s?обязательн\p{L}*|добровольно|опциональн\p{L}*|факультативно|optional(?:ly)?|if\s+they\s+(?:like|wish|want)|not\s+(?:required|obligatory|mandatory)`;
/** Of these only at the end: "voluntary insurance" is a purpose that may be required. */
const LAST_OPTIONAL = String.raw`ерікті|добровольн\p{L}*|voluntary`;
/** Of these the adverbs say so wherever they stand, the others only at the end. */
const REQUIRED_WORDS = String.raw`міндетті\s+түрде|обязательно`;
const LAST_REQUIRED = String.raw`${REQUIRED_WORDS}|міндетті|обязательн\p{L}*|required|mandatory|obligatory`;

/** Before a mark it adds nothing. */
const ONLY = String.raw`(?:(?:только|тек|only)\s+)?`;

const around = (words: string, after = '') =>
  new RegExp(String.raw`[\s,;(–—-]*${start}${ONLY}(?:${words})${end}${WHOSE}[\s).!]*${after}`, 'iu');
const AT_END = String.raw`(?=${CLAUSES}\s*$|\(|$)`;
/** Before the first of several entries it may be meant for all of them. */
const atFirst = (words: string) => new RegExp(String.raw`^[\s(«"]*${ONLY}(?:${words})${end}`, 'iu');
const OPTIONAL_FIRST = atFirst(OPTIONAL_WORDS);
const REQUIRED_FIRST = atFirst(REQUIRED_WORDS);
const OPTIONAL = [around(OPTIONAL_WORDS), around(LAST_OPTIONAL, AT_END)];
const REQUIRED = [around(REQUIRED_WORDS), around(LAST_REQUIRED, AT_END)];
/** What may follow a mark: the name in brackets, and the clause. */
const AFTER_MARK = new RegExp(String.raw`^[\s,;:–—-]*(?:\[[a-z0-9-]+\])?\s*\(?(?:${CLAUSES})?[\s).]*$`, 'u');

const ITEM = new RegExp(String.raw`^(.*?\p{L}.*?|)[,:(–—-]*(?:^|\s+)\(?(${CLAUSES})\)?\.?$`, 'u');
/** What joins several things in one entry. */
const AND =
  /\s*,?\s+(?:и|а\s+также|или|либо|плюс|және|сондай-ақ|мен|бен|пен|әрі|немесе|and|or|plus|as\s+well\s+as)\s+(?:также\s+)?|\s*[&+/\\]\s*|\s*,\s*(?:(?:а\s+)?также|сондай-ақ|also)?\s*/iu;
/** What joins an entry to the one before it, and says nothing of its own. */
const ALSO = /^(?:(?:а|и|and)\s+)?(?:также|сондай-ақ|also)\s+/iu;

const NOT_OPTIONAL =
  /(?<!\p{L})(?:не\s+по\s+(?:желанию|выбору)|не\s+добровольно|not\s+(?:optional|voluntary))(?!\p{L})/iu;

/** The text without these marks, and the last of them; nothing where words follow one, which may be another thing. */
function withoutMark(marks: RegExp[], text: string): {rest: string; mark: string} | undefined {
  let [rest, mark] = [text, ''];
  for (const pattern of marks) {
    const found = pattern.exec(rest);
    if (!found) continue;
    const after = rest.slice(found.index + found[0].length);
    if (!AFTER_MARK.test(after)) return undefined;
    mark = found[0].replace(/^[\s,;(–—-]+|[\s).!]+$/g, '');
    rest = `${rest.slice(0, found.index)} ${after}`.trim();
  }
  return {rest, mark};
}

interface Marked {
  optional: boolean;
  rest: string;
  /** The words that say so. */
  mark: string;
}

/** Whether it is left to the person, and the text without the words that say so. */
function readMarks(text: string): Marked | ItemFault {
  if (OPTIONAL_FIRST.test(text)) return {fault: 'optional-place'};
  if (NOT_OPTIONAL.test(text) || REQUIRED_FIRST.test(text)) return {fault: 'form'};
  const optional = withoutMark(OPTIONAL, text);
  if (!optional) return {fault: 'optional-place'};
  const required = withoutMark(REQUIRED, optional.rest);
  if (!required || (optional.mark && required.mark)) return {fault: 'form'};
  return {
    optional: optional.mark !== '',
    rest: required.rest.replace(/[\s,;–—-]+$/, ''),
    mark: optional.mark || required.mark,
  };
}

/** Adjectives that are marks only at the end: "voluntary insurance" is a purpose, "voluntary ads" could be meant as both. */
const OPTIONAL_INSIDE = new RegExp(`${start}(?:${LAST_OPTIONAL})${end}`, 'iu');
const REQUIRED_INSIDE = new RegExp(`${start}(?:${LAST_REQUIRED})${end}`, 'iu');

/** What is wrong where an adjective may be a mark: it stands beside a name of ours. */
function markInside(kinds: Kind[], words: string, clause: string, mark: string): ItemFault | undefined {
  for (const [inside, fault] of [
    [OPTIONAL_INSIDE, 'optional-place'],
    [REQUIRED_INSIDE, 'form'],
  ] as const) {
    const [before = '', ...after] = words.split(inside);
    if (!after.length || ![before, ...after].some((side) => kindOf(kinds, side))) continue;
    return before.trim() ? several(kinds, [], words, clause, mark) : {fault};
  }
  return undefined;
}

/** A number among the words may be a clause. */
const CLAUSE_INSIDE = /(?<![\p{L}\p{N}.-])(?:\d+(?:\.\d+)*|preamble)(?![\p{L}\p{N}-])/gu;
/** Where the entry has a name in brackets and a clause such as 2.2, only a number such as that is one. */
const DEEP_INSIDE = /\d\.\d/g;
const GIVEN = /^([^[\]]*)\[([a-z0-9-]+)\]\s*$/;

/** Several things that one entry names, or nothing: what is of one kind, or has no name of ours, is one. */
function partsOf(kinds: Kind[], words: string, clause: string): string[] | undefined {
  const parts = words.split(AND).map((part) => part.replace(/[()]/g, ' ').replace(/\s+/g, ' ').trim());
  const given = GIVEN.test(words);
  const inside = given && clause.includes('.') ? DEEP_INSIDE : CLAUSE_INSIDE;
  const isLost =
    !given &&
    parts.length > 1 &&
    !kindOf(kinds, words) &&
    parts.map((part) => kindOf(kinds, part)?.id).some((id) => id !== undefined && id !== 'scans');
  const isMore = words.search(inside) >= 0 || (!given && /[[\]]/.test(words));
  return isMore || isLost ? parts.filter(Boolean) : undefined;
}

/** What several things in one entry are told: how to write them, unless that would be refused in its turn. */
function several(kinds: Kind[], parts: string[], words: string, clause: string, mark: string): ItemFault {
  const isDeep = clause.includes('.');
  const hasOwn = isDeep ? /\s\d+(?:\.\d+)+$/ : /\s\d+(?:\.\d+)*$/;
  const apart = parts.map((part) => (hasOwn.test(part) ? part : `${part} ${clause}`));
  const isGood = !mark && apart.length > 1 && apart.every((part) => isItem(readItem(kinds, '', part)));
  const one = words
    .replace(/\[[^\]]*\]|[[\]]/g, ' ')
    .replace(isDeep ? /\d+(?:\.\d+)+/g : CLAUSE_INSIDE, ' ')
    // Outside brackets a comma would part it again.
    .replace(/[,;](?![^(]*\))/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const named = `${one} [${slug(one)}] ${clause}${mark && `, ${mark}`}`;
  return {fault: 'several', apart: isGood ? apart.join(', ') : '', named};
}

function readItem(kinds: Kind[], otherDpv: string, text: string): Read | ItemFault {
  const marks = readMarks(bareClauses(text.trim().replace(ALSO, '')).trim());
  if ('fault' in marks) return marks;
  const [, words = '', clause = ''] = ITEM.exec(marks.rest) ?? [];
  if (clause && !isClause(clause)) return {fault: 'clauses'};
  // Only a clause: it was parted from the entry before it.
  if (clause && !words) return {fault: 'clauses'};
  if (!words) return {fault: 'form'};
  const given = GIVEN.exec(words)?.[2];
  const inside = given ? undefined : markInside(kinds, words, clause, marks.mark);
  if (inside) return inside;
  const parts = partsOf(kinds, words, clause);
  if (parts) return several(kinds, parts, words, clause, marks.mark);
  const kind = given ? kinds.find(({id}) => id === given) : kindOf(kinds, words);
  const own = given ?? slug(words);
  return {id: kind?.id ?? own, own, clause, dpv: kind?.dpv ?? otherDpv, optional: marks.optional};
}

const isItem = (read: Read | ItemFault): read is Read => 'id' in read;

const readerOf =
  (kinds: Kind[], otherDpv: string) =>
  /**
   * What the entries say, or what is wrong with each. The first of a kind is called as the kind is, as it would be
   * without the others; later ones keep their own names, so that nothing is lost.
   */
  (texts: readonly string[]): (Item | ItemFault)[] => {
    const read = texts.map((text) => readItem(kinds, otherDpv, text));
    const isKnown = (id: string, before: number) =>
      read.slice(0, before).some((one) => isItem(one) && one.id === id);
    const named = read.map((one, i) => (isItem(one) && isKnown(one.id, i) ? {...one, id: one.own} : one));
    return named.map((one, i) => {
      if (!isItem(one)) return one;
      const first = named.findIndex(
        (other) => isItem(other) && (other.id === one.id || other.own === one.own),
      );
      if (first < i) {
        const typed = texts[i]!.replace(/\s*\[[a-z0-9-]+\]/, '');
        const other = typed.replace(/^(.*?)(\s+\S*\d)/u, `$1 [${one.own}-2]$2`);
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

const MARKS = String.raw`${ONLY}(?:${OPTIONAL_WORDS}|${LAST_OPTIONAL}|${LAST_REQUIRED})`;
/** A comma after one clause and before another does part: an entry has one clause. */
const PARTED = new RegExp(
  String.raw`[;\n]|,(?!\s*(?:${CLAUSE_BEGINS}|\d+(?:\.\d+)+|${MARKS}|удостоверяющ|куәландыр|(?:а )?также|сондай-ақ))|(?<=${CLAUSE_ENDS}\s*),(?!\s*${MARKS})`,
  'iu',
);
const HIDDEN = {',': '\ue000', ';': '\ue001', '\n': ' '} as const;
const ENCLOSED = /\([^()]*\)|«[^«»]*»|"[^"]*"|“[^“”]*”|„[^„“”]*[“”]/g;

/** The text in parts; what is enclosed in brackets or quotation marks is never parted. */
const partedAt = (text: string, parting: RegExp): string[] =>
  text
    .replace(ENCLOSED, (inside) => inside.replace(/[,;\n]/g, (sign) => HIDDEN[sign as keyof typeof HIDDEN]))
    .split(parting)
    .map((entry) => entry.replaceAll(HIDDEN[','], ',').replaceAll(HIDDEN[';'], ';').trim())
    .filter(Boolean);

/** Entries of a list in one text. A comma before "optional", or between words and their clause, does not part them. */
export const entriesIn = (text: string): string[] => partedAt(text, PARTED);

/** The same where entries have neither marks nor clauses. */
export const namesIn = (text: string): string[] =>
  partedAt(text, /[,;\n]/).map((entry) => entry.replace(ALSO, ''));

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
