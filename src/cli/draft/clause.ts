const CLAUSE = /^(?:\d+(?:\.\d+)*|[a-z0-9-]+)$/;

/** Whether this can name a clause: a number such as 2.2.1, or an id such as preamble. */
export const isClause = (text: string): boolean => CLAUSE.test(text);

/** Whether a clause has no number of its own, so that words have to stand for it. */
export const isNamed = (clause: string): boolean => !/^\d+(\.\d+)*$/.test(clause);

/** What people write before the number of a clause: "п. 2.3.1". */
const BEFORE = String.raw`(?:§|пп?\.|пункты?|тармақ\S*)\s*(?=\d)`;
/** What they write after it: "2.3.1-тармақ". */
const AFTER = String.raw`-тармақ\p{L}*`;
const ABOUT = new RegExp(String.raw`(?<![\p{L}\d])${BEFORE}|${AFTER}`, 'giu');

/** How a clause begins in a text, where words say that it is one; source of a regular expression. */
export const CLAUSE_BEGINS = String.raw`(?:§|пп?\.|${BEFORE}|\d+(?:\.\d+)*${AFTER})`;
/** How a clause ends in a text. */
export const CLAUSE_ENDS = String.raw`(?:\d\.\d+|${AFTER})\)?`;

/** The text without what only says that a number is a clause's. */
export const bareClauses = (text: string): string => text.replace(ABOUT, '');

/** Clauses as a person lists them: with commas, semicolons or blanks; a full stop after the last digit is no part. */
export const clausesIn = (text: string): string[] =>
  bareClauses(text)
    .split(/[\s,;]+/)
    .map((clause) => clause.replace(/\.$/, ''))
    .filter(Boolean);
