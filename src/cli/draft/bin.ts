/** Whether a BIN or IIN ends in its check digit: weights 1 to 11; where that gives 10, once more beginning with 3. */
export function isBin(text: string): boolean {
  if (!/^\d{12}$/.test(text)) return false;
  const digits = [...text].map(Number);
  const sum = (first: number) =>
    digits.slice(0, 11).reduce((total, digit, i) => total + digit * (((i + first - 1) % 11) + 1), 0) % 11;
  const check = sum(1) === 10 ? sum(3) : sum(1);
  return check === digits[11];
}
