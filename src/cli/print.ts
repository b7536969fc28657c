import {styleText} from 'node:util';
import type {Io} from './io.js';

/** A line of text, in one style. */
export type Line = string | {text: string; style: 'bold' | 'red' | 'yellow' | 'green'};

/** The words may come from elsewhere; they must not move the cursor or turn the reading direction. */
const printable = (text: string) =>
  text.replace(
    /[\p{Cc}\p{Bidi_Control}\p{Cs}]/gu,
    (char) => `\\u{${char.codePointAt(0)!.toString(16).padStart(2, '0')}}`,
  );

/** A command is copied whole. */
const COMMAND = /(?:npx )?ipsm-policy(?: (?:--?[a-z-]+|[\w.:/=-]*\w))*/g;
const GLUE = '\ue000';

/** The text in lines that a terminal shows whole; what follows the first is set in like it. */
function wrapped(text: string, columns: number): string {
  if (text.length <= columns) return text;
  const [before = ''] = /^ *(?:[-+·] )?/.exec(text) ?? [];
  const indent = ' '.repeat(before.length);
  const words = text
    .slice(before.length)
    .replace(COMMAND, (command) => command.replaceAll(' ', GLUE))
    .split(' ');
  const lines: string[] = [];
  let line = before;
  for (const word of words) {
    const isFirst = line === before || line === indent;
    if (!isFirst && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = indent + word;
    } else line += isFirst ? word : ` ${word}`;
  }
  return [...lines, line].join('\n').replaceAll(GLUE, ' ');
}

/** Newer Nodes would ask the process's own streams and variables once more. */
const OURS = {validateStream: false};

/** Writes lines to a stream; in colour where it is a terminal and nobody objects (https://no-color.org). */
export function printLines(stream: Io['stdout'], {NO_COLOR}: Io['env'], lines: Line[], isCode = false): void {
  const columns = stream.isTTY === true && !isCode ? stream.columns : undefined;
  const isPlain = stream.isTTY !== true || Boolean(NO_COLOR);
  for (const line of lines) {
    const {text, style} = typeof line === 'string' ? {text: line, style: undefined} : line;
    const safe = columns ? wrapped(printable(text), columns) : printable(text);
    stream.write(`${style && !isPlain ? styleText(style, safe, OURS) : safe}\n`);
  }
}

/** One JSON value and nothing else. */
export const printJson = ({stdout}: Io, result: object): void => {
  stdout.write(`${JSON.stringify(result, null, 2)}\n`);
};
