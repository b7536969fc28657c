/** How many letters have to be put in, left out or changed to make one word of the other (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({length: other.length + 1}, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + Number(one[i - 1] !== other[j - 1]));
    }
    row = next;
  }
  return row[other.length]!;
}

/** The known word that somebody who wrote another one has meant, if that is near. */
export const near = (word: string, known: readonly string[]): string | undefined =>
  known
    .map((each) => ({each, far: distance(word, each)}))
    .filter(({each, far}) => far <= Math.max(1, Math.floor(each.length / 3)))
    .sort((a, b) => a.far - b.far)[0]?.each;
