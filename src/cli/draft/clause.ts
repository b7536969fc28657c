const CLAUSE = /^(?:\d+(?:\.\d+)*|[a-z0-9-]+)$/;

/** Whether this can name a clause: a number such as 2.2.1, or an id such as preamble. */
export const isClause = (text: string): boolean => CLAUSE.test(text) && !/^\d[\d.]*-[\d.]+$/.test(text);

/** Whether a clause has no number of its own, so that words have to stand for it. */
export const isNamed = (clause: string): boolean => !/^\d+(\.\d+)*$/.test(clause);

/** What people write before the number of a clause: "п. 2.3.1". */
const BEFORE = String.raw`(?:§|п\.\s?п\.|пп?\.|под?пункт\p{L}*|пункт\p{L}*|стать[ияей]\p{L}*|раздел\p{L}*|глав[аыеу]|бөлім\p{L}*|тармақ\p{L}*|clauses?|sections?|paragraphs?)\s*(?=\d)`;
/** What they write after it: "2.3.1-тармақ". */
const AFTER = String.raw`(?:-|(?<=\d)\s)тармақ\p{L}*`;
const ABOUT = new RegExp(String.raw`(?<![\p{L}\d])${BEFORE}|${AFTER}`, 'giu');

const NUMBER = String.raw`\d+(?:\.\d+)*`;
/** What stands between the first and the last clause of a range. */
const TO = String.raw`(?:\s*[-–—]\s*|\s+(?:по|до|to|through)\s+)`;
const RANGE = new RegExp(
  String.raw`(?<![\p{L}\d.-])(?:с\s+)?(${NUMBER})${TO}(${NUMBER})(?![\p{L}\d-])`,
  'gu',
);

/** How a clause begins in a text, where words say that it is one; source of a regular expression. */
export const CLAUSE_BEGINS = String.raw`(?:§|пп?\.|${BEFORE}|${NUMBER}-тармақ\p{L}*)`;
/** How a clause ends in a text. */
export const CLAUSE_ENDS = String.raw`(?:\d\.\d+|-тармақ\p{L}*)\)?`;
/** Clauses at the end of a text, one or several. */
export const CLAUSES = String.raw`${NUMBER}(?:(?:${TO}|\s*[,;]\s*|\s+(?:и|және|and)\s+|\s+)${NUMBER})*|preamble`;

/** The text without what only says that a number is a clause's. */
export const bareClauses = (text: string): string => text.replace(ABOUT, '');

/** No policy has so many clauses beneath one. */
const MOST = 99;

/** Every clause from the first to the last of a range; nothing where it leads nowhere. */
function clausesBetween(from: string, to: string): string[] | undefined {
  const [above, last] = [from.replace(/\d+$/, ''), to.replace(/\d+$/, '')];
  const [first, final] = [Number(from.slice(above.length)), Number(to.slice(last.length))];
  if (above !== last || first >= final || final - first > MOST) return undefined;
  return Array.from({length: final - first + 1}, (_, i) => `${above}${first + i}`);
}

/**
 * Clauses as a person lists them: with commas, semicolons, blanks or "and", a range with a dash; a full stop after the
 * last digit is no part. A range that leads nowhere is left as it is.
 */
export const clausesIn = (text: string): string[] =>
  bareClauses(text)
    .replace(
      RANGE,
      (range, from: string, to: string) => clausesBetween(from, to)?.join(', ') ?? range.replace(/\s+/g, ''),
    )
    .split(/[\s,;]+/)
    .map((clause) => clause.replace(/\.$/, ''))
    .filter((clause) => clause && !/^(и|және|and)$/iu.test(clause));
