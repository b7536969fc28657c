import {createInterface, type Interface} from 'node:readline/promises';
import {CliError, unusable} from './cli-error.js';
import type {Io} from './io.js';
import {printLines} from './print.js';

/** A value that comes from a flag or from the person at the terminal. */
export interface Wanted<T> {
  flag: string;
  /** What to ask the person; without colon. */
  question: string;
  /** @throws {CliError} for text that will not do */
  read: (text: string) => T | Promise<T>;
}

/** Asks the person at the terminal. */
export interface Asker {
  /** Asks until the answer will do. */
  ask<T>(wanted: Wanted<T>): Promise<T>;
  close(): void;
}

/** Somebody to ask, if standard input is a terminal. Questions go to standard error: standard output is the result. */
export function createAsker({stdin, stderr, env}: Io): Asker | undefined {
  if (stdin.isTTY !== true) return undefined;
  let open: {terminal: Interface; answers: AsyncIterator<string>} | undefined;
  const start = () => {
    const terminal = createInterface({input: stdin, output: stderr});
    // Keeps lines that are pasted before they are asked for; `question()` would lose them.
    return {terminal, answers: terminal[Symbol.asyncIterator]()};
  };
  return {
    async ask({flag, question, read}) {
      // Not before the first question: with every flag given, the terminal is left alone.
      const {terminal, answers} = (open ??= start());
      for (;;) {
        terminal.setPrompt(`${question}: `);
        terminal.prompt();
        const answer = await answers.next();
        if (answer.done) {
          // The question has left the line open.
          printLines(stderr, env, ['']);
          throw unusable('missing', flag, `The input ended before the answer. Give ${flag}.`);
        }
        try {
          return await read(answer.value.trim());
        } catch (error) {
          if (!(error instanceof CliError)) throw error;
          printLines(stderr, env, [error.message]);
        }
      }
    },
    close: () => open?.terminal.close(),
  };
}

/** The value of a flag; what was not given is asked for, and without anybody to ask it is an error. */
export async function need<T>(
  given: string | undefined,
  wanted: Wanted<T>,
  asker: Asker | undefined,
): Promise<T> {
  if (given !== undefined) return wanted.read(given);
  if (asker) return asker.ask(wanted);
  throw unusable('missing', wanted.flag, `Not given: ${wanted.question}. Give ${wanted.flag}.`);
}
