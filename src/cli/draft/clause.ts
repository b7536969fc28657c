const CLAUSE = /^(?:\d+(?:\.\d+)*|[a-z0-9-]+)$/;

/** Whether this can name a clause: a number such as 2.2.1, or an id such as preamble. */
export const isClause = (text: string): boolean => CLAUSE.test(text);

/** Whether a clause has no number of its own, so that words have to stand for it. */
export const isNamed = (clause: string): boolean => !/^\d+(\.\d+)*$/.test(clause);

/** Clauses as a person lists them: with commas, semicolons or blanks; a full stop after the last digit is no part. */
export const clausesIn = (text: string): string[] =>
  text
    .split(/[\s,;]+/)
    .map((clause) => clause.replace(/\.$/, ''))
    .filter(Boolean);
