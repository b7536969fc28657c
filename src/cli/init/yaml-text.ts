const WIDTH = 100;

/** Lines of at most so many letters, where blanks allow it. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && line.length + word.length >= WIDTH) {
      lines.push(line);
      line = '';
    }
    line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];
}

/** Whether words can stand behind a colon without being taken for anything else. */
const isPlain = (text: string) =>
  /^[\p{L}\p{N}+«][^#\n"'[\]{}]*$/u.test(text) &&
  !/:(\s|$)/.test(text) &&
  text.length < WIDTH &&
  text === text.trim();

/** A short value behind its name. */
export const short = (text: string): string => (!text || isPlain(text) ? text : JSON.stringify(text));

/** A text on lines of its own, so that it may hold any sign. */
export const long = (text: string, indent: string): string =>
  `|\n${wrapped(text)
    .map((line) => `${indent}${line}`)
    .join('\n')}`;

/** A remark for the person who edits. */
export const remark = (text: string, indent = ''): string =>
  text
    .split('\n')
    .flatMap(wrapped)
    .map((line) => `${indent}# ${line}`.trimEnd())
    .join('\n');
