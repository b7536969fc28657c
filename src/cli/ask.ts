import {createInterface, type Interface} from 'node:readline/promises';
import type {Io} from './io.js';
import {printLines, type Line} from './print.js';
import {EXIT, Stop} from './stop.js';
import type {Words} from './words/words.js';

/** What a text means, or a sentence on why it will not do. */
export type Meant<T> = {value: T} | string;

/** Asks the person at the terminal. Questions go to standard error: standard output is the result. */
export interface Asker {
  /** Asks until the answer will do. @param read what the text means, or a sentence on why it will not do */
  ask<T>(question: string, read: (text: string) => Meant<T> | Promise<Meant<T>>): Promise<T>;
  say(lines: Line[]): void;
  close(): void;
}

/** Somebody to ask, if standard input is a terminal. */
export function createAsker({stdin, stderr, env}: Io, w: Words): Asker | undefined {
  if (stdin.isTTY !== true) return undefined;
  let open: {terminal: Interface; answers: AsyncIterator<string>} | undefined;
  const start = () => {
    const terminal = createInterface({input: stdin, output: stderr});
    terminal.on('SIGINT', () => terminal.close());
    // Keeps lines that are pasted before they are asked for; `question()` would lose them.
    return {terminal, answers: terminal[Symbol.asyncIterator]()};
  };
  return {
    async ask(question, read) {
      // Not before the first question: with every flag given, the terminal is left alone.
      const {terminal, answers} = (open ??= start());
      printLines(stderr, env, [question]);
      for (;;) {
        terminal.setPrompt('> ');
        terminal.prompt();
        const answer = await answers.next();
        if (answer.done) {
          // The question has left the line open.
          printLines(stderr, env, ['']);
          throw new Stop(EXIT.interrupted, 'interrupted', w.interrupted());
        }
        const meant = await read(answer.value.trim());
        if (typeof meant !== 'string') return meant.value;
        printLines(stderr, env, [{text: meant, style: 'yellow'}]);
      }
    },
    say: (lines) => printLines(stderr, env, lines),
    close: () => open?.terminal.close(),
  };
}
