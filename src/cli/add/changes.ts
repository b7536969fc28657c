import type {Lang} from '../../core/index.js';
import type {Asker} from '../ask.js';
import {forbidden, unusable} from '../cli-error.js';

const FLAG = '--changes';

async function askLines(lang: Lang, asker: Asker): Promise<string[]> {
  const lines: string[] = [];
  for (;;) {
    const more = lines.length ? ' (empty: that is all)' : '';
    const read = (text: string) => {
      if (text || lines.length) return text;
      throw unusable(
        'missing',
        FLAG,
        'People who agreed before are told what is new: write at least one line.',
      );
    };
    const line = await asker.ask({flag: FLAG, question: `What changed, in ${lang}${more}`, read});
    if (!line) return lines;
    lines.push(line);
  }
}

/**
 * The lines that say what changed, for the languages of the notice.
 * @param isNeeded whether a language without lines is refused: people who agreed before are asked again in it
 */
export async function readChanges(
  given: Map<Lang, string[]>,
  langs: Lang[],
  isNeeded: (lang: Lang) => boolean,
  asker: Asker | undefined,
): Promise<Map<Lang, string[]>> {
  const stray = [...given.keys()].find((lang) => !langs.includes(lang));
  if (stray) {
    throw unusable(
      'usage',
      FLAG,
      `There is no notice in "${stray}" to tell it in. Give --notice ${stray}=… too.`,
    );
  }
  const missing = langs.filter((lang) => !given.has(lang) && isNeeded(lang));
  if (missing.length && !asker) {
    throw forbidden(
      'no-changes',
      FLAG,
      'A material release asks everybody again and has to say why in each language of its notice. ' +
        `Give ${missing.map((lang) => `--changes ${lang}="…"`).join(' ')}.`,
    );
  }
  const changes = new Map(given);
  for (const lang of missing) changes.set(lang, await askLines(lang, asker!));
  return changes;
}
