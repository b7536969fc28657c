/** A text of one line, however many lines it was typed in. A blank that must not break stays one. */
export const clean = (text: string): string =>
  text
    .replace(/[ \t\r\n]+/g, ' ')
    .trim()
    .normalize();

/** Example words carry a mark in square brackets that nobody would write. */
const EXAMPLE = /\[\s*(?:үлгі|пример|example)[^\]]*\]/iu;

/** The example without its mark. */
export const withoutMark = (text: string): string => text.replace(EXAMPLE, '').trim();

/** Whether this is still the example. */
export const isExample = (text: string): boolean => EXAMPLE.test(text);
