/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Items in the order of a round: each begins with another one, so that nobody is always first. @template T @param {T[]} items */
export const rotated = (items, round) => items.map((_, i) => items[(i + round) % items.length]);
