import {CommanderError} from 'commander';
import {codeOf} from './folder/disk.js';
import type {Io} from './io.js';
import {languageOf} from './language-of.js';
import type {Outcome} from './outcome.js';
import {printJson, printLines} from './print.js';
import {createProgram} from './program.js';
import {EXIT, Stop, unusable, type ExitCode} from './stop.js';
import {byNpx} from './words/by-npx.js';
import {WORDS} from './words/languages.js';
import type {Words} from './words/words.js';

/** What was wrong with the arguments, in the operator's words; commander speaks English only. */
function usageOf({code, message}: CommanderError, {usage}: Words, argv: string[]): string {
  // Word and mail make one dash of two hyphens; then it is no option.
  const dashed = argv.find((argument) => /^[–—−]/.test(argument));
  if (dashed) return usage.longDash(dashed, dashed.replace(/^[–—−-]+/, '--'));
  const [, name = ''] = /'([^']*)'/.exec(message) ?? [];
  switch (code) {
    case 'commander.unknownCommand':
      return usage.unknownCommand(name);
    case 'commander.unknownOption':
      return usage.unknownOption(name);
    case 'commander.missingArgument':
    case 'commander.missingMandatoryOptionValue':
      return usage.missingArgument(name);
    case 'commander.optionMissingArgument':
      return usage.missingValue(name.replace(/ .*/, ''));
    case 'commander.excessArguments':
      return usage.tooMany();
    case 'commander.help':
      return usage.noCommand();
    default:
      return message;
  }
}

/** Help and version were asked for and are printed; errors of the file system are told in a sentence; others are ours. */
function stopOf(error: unknown, w: Words, argv: string[]): Stop | undefined {
  if (error instanceof Stop) return error;
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? undefined : unusable('usage', usageOf(error, w, argv));
  }
  const code = codeOf(error);
  if (code === undefined || !/^E([A-Z]+|RR_FS_\w+)$/.test(code)) throw error;
  const path = error instanceof Error && 'path' in error ? String(error.path) : '';
  return new Stop(EXIT.problems, code, w.disk(code, path), path || null);
}

/**
 * Runs one command line.
 * @param argv the arguments, without program and script
 */
export async function run(argv: string[], io: Io): Promise<ExitCode> {
  // Both are looked for here: a wrong argument has to be told as well, and then nothing was parsed.
  const asJson = argv.includes('--json');
  const lang = languageOf(argv, io.env);
  const isByNpx = io.env.npm_command === 'exec';
  const w = isByNpx ? byNpx(WORDS[lang]) : WORDS[lang];
  let outcome: Outcome | undefined;
  try {
    await createProgram(io, w, lang, (done) => (outcome = done)).parseAsync(argv, {from: 'user'});
  } catch (error) {
    const stop = stopOf(error, w, argv);
    if (!stop) return EXIT.ok;
    const {code, file, message, exitCode} = stop;
    if (asJson) printJson(io, {ok: false, errors: [{code, file, line: null, message}]});
    else {
      const isNamed = file === null || message.includes(file);
      printLines(io.stderr, io.env, [{text: isNamed ? message : `${file}: ${message}`, style: 'red'}]);
    }
    return exitCode;
  }
  if (!outcome) return EXIT.ok;
  if (asJson) printJson(io, outcome.result);
  else {
    printLines(io.stderr, io.env, outcome.complaints ?? []);
    printLines(io.stdout, io.env, outcome.lines, outcome.isCode);
  }
  return outcome.exitCode;
}
