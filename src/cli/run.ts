import {CommanderError} from 'commander';
import {CliError, EXIT, unusable, type ExitCode} from './cli-error.js';
import {inOneLine} from './complaint.js';
import type {Io} from './io.js';
import type {Outcome} from './outcome.js';
import {printJson, printLines, printOutcome} from './print.js';
import {createProgram} from './program.js';

/** Help and version were asked for and are printed; anything else that commander throws is a wrong argument. */
function stopOf(error: unknown): CliError | undefined {
  if (error instanceof CliError) return error;
  if (!(error instanceof CommanderError)) throw error;
  if (error.exitCode === 0) return undefined;
  const sentence =
    error.code === 'commander.help'
      ? 'Name a command: init, add, check or show. More: ipsm-policy --help'
      : error.message
          .replace(/^error: /, '')
          .replace(/\s+/g, ' ')
          .replace(/\.?$/, '.');
  return unusable('usage', '', sentence.charAt(0).toUpperCase() + sentence.slice(1));
}

/**
 * Runs one command line.
 * @param argv the arguments, without program and script
 * @returns the exit code: 0 done, 1 problems found or refused, 2 arguments or input that cannot be used
 */
export async function run(argv: string[], io: Io): Promise<ExitCode> {
  // Looked for here: a wrong argument has to be told as JSON too, and then nothing was parsed.
  const asJson = argv.includes('--json');
  let outcome: Outcome | undefined;
  try {
    await createProgram(io, (done) => (outcome = done)).parseAsync(argv, {from: 'user'});
  } catch (error) {
    const stop = stopOf(error);
    if (!stop) return EXIT.ok;
    const {code, path, message, exitCode} = stop;
    if (asJson) printJson(io, {ok: false, errors: [{code, path, message}]});
    else printLines(io.stderr, io.env, [{text: inOneLine(stop), style: 'red'}]);
    return exitCode;
  }
  if (!outcome) return EXIT.ok;
  if (asJson) printJson(io, outcome.result);
  else printOutcome(io, outcome);
  return outcome.exitCode;
}
