import {matchLang, type PageLang} from '../l10n/languages.js';
import type {Io} from './io.js';

/** The language that was asked for, else the environment's, else Kazakh. */
export function languageOf(argv: string[], env: Io['env']): PageLang {
  const at = argv.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const given = at < 0 ? undefined : (argv[at]!.split('=')[1] ?? argv[at + 1]);
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG;
  // "C" names no language: what the system says then is what Node makes of it.
  const fromEnv =
    locale && !/^(C|POSIX)\b/.test(locale) ? locale : Intl.DateTimeFormat().resolvedOptions().locale;
  return matchLang(given) ?? matchLang(fromEnv) ?? 'kk';
}
