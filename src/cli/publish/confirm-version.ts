import type {Asker} from '../ask.js';
import {unquoted} from '../draft/quotes.js';
import type {Line} from '../print.js';
import {refused} from '../stop.js';
import type {Words} from '../words/words.js';

/** What is said to somebody who has not confirmed yet. */
interface Sayings {
  /** Where nobody is there to type it. */
  refusal: string;
  /** What they have to know. */
  lines: Line[];
  question: string;
}

/**
 * The operator types the version: a slip of the hand changes nothing.
 * @param yes the version as it was given with the command
 * @throws {Stop} where another one was given, or nobody can type it
 */
export async function confirmVersion(
  version: string,
  yes: string | undefined,
  asker: Asker | undefined,
  w: Words,
  {refusal, lines, question}: Sayings,
): Promise<void> {
  if (yes === version) return;
  if (yes !== undefined) throw refused('version', w.otherVersion(yes, version));
  if (!asker) throw refused('not-confirmed', refusal);
  asker.say(lines);
  await asker.ask(question, (text) =>
    unquoted(text) === version ? {value: true} : w.notTheVersion(version),
  );
}
