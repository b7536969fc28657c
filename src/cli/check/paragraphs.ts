/** A paragraph that is gone, or that is new. */
export interface Changed {
  mark: '-' | '+';
  text: string;
}

/** Beyond that, comparing each with each takes too long: then all of them are gone, and all are new. */
const MOST = 4_000_000;

/** How many paragraphs two lists have in common from each pair of places on. */
function commonFrom(before: readonly string[], after: readonly string[]): Uint32Array[] {
  const rows = Array.from({length: before.length + 1}, () => new Uint32Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      rows[i]![j] =
        before[i] === after[j] ? rows[i + 1]![j + 1]! + 1 : Math.max(rows[i + 1]![j]!, rows[i]![j + 1]!);
  return rows;
}

/** The paragraphs in which two texts differ, in their order. */
export function changedParagraphs(before: readonly string[], after: readonly string[]): Changed[] {
  let first = 0;
  while (first < before.length && first < after.length && before[first] === after[first]) first++;
  let last = 0;
  const left = Math.min(before.length, after.length) - first;
  while (last < left && before.at(-1 - last) === after.at(-1 - last)) last++;
  const [old, fresh] = [before.slice(first, before.length - last), after.slice(first, after.length - last)];
  const gone = (text: string): Changed => ({mark: '-', text});
  const added = (text: string): Changed => ({mark: '+', text});
  if (old.length * fresh.length > MOST) return [...old.map(gone), ...fresh.map(added)];
  const common = commonFrom(old, fresh);
  const changed: Changed[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) [i, j] = [i + 1, j + 1];
    else if (i < old.length && (j === fresh.length || common[i + 1]![j]! >= common[i]![j + 1]!))
      changed.push(gone(old[i++]!));
    else changed.push(added(fresh[j++]!));
  }
  return changed;
}
