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

/** Newer Nodes would ask the process's own streams and variables once more. */
const OURS = {validateStream: false};

/** Writes lines to a stream; in colour where it is a terminal and nobody objects (https://no-color.org). */
export function printLines(stream: Io['stdout'], {NO_COLOR}: Io['env'], lines: Line[]): void {
  const isPlain = stream.isTTY !== true || Boolean(NO_COLOR);
  for (const line of lines) {
    const {text, style} = typeof line === 'string' ? {text: line, style: undefined} : line;
    const safe = printable(text);
    stream.write(`${style && !isPlain ? styleText(style, safe, OURS) : safe}\n`);
  }
}

/** One JSON value and nothing else. */
export const printJson = ({stdout}: Io, result: object): void => {
  stdout.write(`${JSON.stringify(result, null, 2)}\n`);
};
