const CLAUSE = /^(?:\d+(?:\.\d+)*|[a-z0-9-]+)$/;

/** Whether this can name a clause: a number such as 2.2.1, or an id such as preamble. */
export const isClause = (text: string): boolean => CLAUSE.test(text);

/** Whether a clause has no number of its own, so that words have to stand for it. */
export const isNamed = (clause: string): boolean => !/^\d+(\.\d+)*$/.test(clause);

/** What people write before or after the number of a clause: "п. 2.3.1", "2.3.1-тармақ". */
const ABOUT = /(?<![\p{L}\d])(?:§|пп?\.|пункты?|тармақ\S*)\s*(?=\d)|-тармақ\p{L}*/giu;

/** The text without what only says that a number is a clause's. */
export const bareClauses = (text: string): string => text.replace(ABOUT, '');

/** Clauses as a person lists them: with commas, semicolons or blanks; a full stop after the last digit is no part. */
export const clausesIn = (text: string): string[] =>
  bareClauses(text)
    .split(/[\s,;]+/)
    .map((clause) => clause.replace(/\.$/, ''))
    .filter(Boolean);
