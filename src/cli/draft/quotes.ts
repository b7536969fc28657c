const PAIRS: Record<string, string> = {
  '"': '"',
  "'": "'",
  '«': '»',
  '“': '”',
  '„': '“”',
  '‘': '’',
  '‹': '›',
  '`': '`',
  '”': '”',
  '’': '’',
};

/** The text without the quotation marks that enclose all of it: what a guide quotes is typed with them. */
export function unquoted(text: string): string {
  const said = text.trim();
  const inside = said.slice(1, -1);
  const closes = PAIRS[said[0] ?? ''];
  const isPair = said.length > 1 && closes?.includes(said.at(-1)!) === true && !/["«»“”„‹›]/.test(inside);
  return isPair ? inside.trim() : said;
}
