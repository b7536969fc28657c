import {bareClauses, CLAUSE_BEGINS, CLAUSE_ENDS, isClause} from './clause.js';
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

/** An id, how the three languages speak of it, and its term. */
type Known = [id: string, said: RegExp, dpv: string];

const DATA: Known[] = [
  ['name', /аты|тегі|фамили|имя|фио|name/iu, 'pd:Name'],
  ['email', /пошта|почт|mail/iu, 'pd:EmailAddress'],
  ['phone', /телефон|phone/iu, 'pd:TelephoneNumber'],
  ['scans', /құжат|көшірме|скан|документ|копи|document|scan|cop(y|ies)/iu, 'pd:OfficialID'],
];
const PURPOSES: Known[] = [
  ['services', /қызмет|услуг|service/iu, 'dpv:RequestedServiceProvision'],
  ['identify', /сәйкестендір|идентиф|identi/iu, 'dpv:IdentityVerification'],
  ['contact', /байланыс|өзара|взаимодейств|связ|contact|interact/iu, 'dpv:CommunicationManagement'],
  ['ads', /жарнама|реклам|\bads?\b|advert|marketing/iu, 'dpv:DirectMarketing'],
  ['research', /зерттеу|исследован|статист|research|statist/iu, 'dpv:ResearchAndDevelopment'],
];
const OPTIONAL =
  /[,(]?\s*(қалауынша|қалауы бойынша|міндетті емес|по желанию|необязательно|optional)\)?\s*$/iu;
const ITEM = /^(.+?)[,:(–—-]*\s+\(?(\d+(?:\.\d+)*|preamble)\)?\.?$/u;

const itemIn =
  (known: Known[], otherDpv: string) =>
  (text: string): Item | undefined => {
    const optional = OPTIONAL.test(text);
    const [, words = '', clause = ''] = ITEM.exec(bareClauses(text.replace(OPTIONAL, '')).trim()) ?? [];
    if (!words || !isClause(clause)) return undefined;
    const [, given] = /\[([a-z0-9-]+)\]/.exec(words) ?? [];
    const [id, , dpv] = known.find(([name, said]) => (given ? name === given : said.test(words))) ?? [
      given ?? slug(words),
      undefined,
      otherDpv,
    ];
    return {id, clause, dpv, optional};
  };

/** A kind of data with its clause: "телефон 2.3.3". An id of one's own stands in brackets: "аккаунт [account] 2.3.4". */
export const dataItem = itemIn(DATA, 'dpv:PersonalData');

/** A purpose with its clause: "жарнама 2.2.4, қалауынша". */
export const purposeItem = itemIn(PURPOSES, 'dpv:Purpose');

const OPTIONAL_BEGINS = 'қалау|міндетті емес|по желанию|необязательно|optional';
/** A comma after one clause and before another does part: an entry has one clause. */
const PARTED = new RegExp(
  String.raw`[;\n]|,(?!\s*(?:${CLAUSE_BEGINS}|${OPTIONAL_BEGINS}))|(?<=${CLAUSE_ENDS}\s*),(?!\s*(?:${OPTIONAL_BEGINS}))`,
  'iu',
);

/** Entries of a list in one text. A comma before "optional", or between words and their clause, does not part them. */
export const entriesIn = (text: string): string[] =>
  text
    .split(PARTED)
    .map((entry) => entry.trim())
    .filter(Boolean);
