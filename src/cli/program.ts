import {Command} from 'commander';
import {GENERATOR} from '../core/index.js';
import {add, type AddOptions} from './add/add.js';
import {check, type CheckOptions} from './check/check.js';
import {init, type InitOptions} from './init.js';
import type {Io} from './io.js';
import type {Outcome} from './outcome.js';
import {show, type ShowOptions} from './show.js';

const EXIT_CODES =
  '\nExit codes: 0 done, 1 problems found or refused, 2 arguments or input that cannot be used.';

const repeatable = (value: string, before: string[] = []) => [...before, value];

/** The command line's grammar. Each command hands what it did to `done`. */
export function createProgram(io: Io, done: (outcome: Outcome) => void): Command {
  const program = new Command('ipsm-policy')
    .description('Publishes releases of a policy: the manifest (ipsm-policy/1) that ipsm-consent reads.')
    .version(GENERATOR.split('/')[1]!)
    // `add --version 2` is the release's version, not ours.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({writeOut: (text) => io.stdout.write(text), writeErr: () => {}})
    .addHelpText('after', EXIT_CODES);

  program
    .command('init')
    .description('write a manifest that names the operator and has no release yet; never overwrites a file')
    .argument('[file]', 'the new manifest', 'manifest.json')
    .option('--id <id>', 'name of the policy in every record, such as ipsm-privacy; never change it')
    .option('--name <name>', "the operator's name, Art. 8(4)(1)")
    .option('--bin <bin>', "the operator's BIN or IIN, Art. 8(4)(1)")
    .option('--address <address>', "the operator's address")
    .option('--email <email>', 'where questions about the policy go')
    .option('--url <url>', "the operator's site, https")
    .option('--jurisdiction <code>', 'ISO 3166 country code', 'KZ')
    .option('--json', 'print the result as JSON and nothing else')
    .action(async (file: string, options: InitOptions) => done(await init(io, file, options)));

  program
    .command('add')
    .description('add a release to a manifest; run twice, it changes nothing')
    .argument('<manifest>', 'the manifest')
    .option('--version <version>', 'name of the release, such as 2026-12-01')
    .option('--effective-from <time>', 'when it comes into force, such as 2026-12-01T00:00:00+05:00')
    .option('--change <severity>', 'material: everybody is asked again; editorial: nobody is')
    .option(
      '--document <lang=path[@url]>',
      'full text; its bytes are hashed; url: where it is served, if not beside the manifest (repeatable)',
      repeatable,
    )
    .option(
      '--notice <lang=path>',
      'JSON of the words shown; else as in the release before (repeatable)',
      repeatable,
    )
    .option('--changes <lang=line>', 'what changed, one line; several make a list (repeatable)', repeatable)
    .option('--terms <path>', 'JSON of what the law wants to know; else as in the release before')
    .option(
      '--anchor <scheme>',
      'address of a clause in the documents; "none" where they have none',
      '#{clause}',
    )
    .option('--json', 'print the result as JSON and nothing else')
    .action(async (file: string, options: AddOptions) => done(await add(io, file, options)));

  program
    .command('check')
    .description(
      'read a manifest strictly, compare it with its documents, list what the operator has not said',
    )
    .argument('<manifest>', 'the manifest')
    .option('--against <file>', 'an older copy: none of its releases may be changed or gone')
    .option(
      '--against-git <revision>',
      'the same, with the manifest as it is in a git revision, such as HEAD',
    )
    .option('--live <url>', 'where the manifest is served: compares its bytes and those of every document')
    .option('--timeout <seconds>', 'for each answer with --live', '10')
    .option('--strict', 'warnings are problems')
    .option('--json', 'print the result as JSON and nothing else')
    .action(async (file: string, options: CheckOptions) => done(await check(io, file, options)));

  program
    .command('show')
    .description('list the releases: which is in force, which is announced, what changed')
    .argument('<manifest>', 'the manifest')
    .option('--at <time>', 'as of this moment, such as 2026-12-01T00:00:00+05:00')
    .option('--json', 'print the result as JSON and nothing else')
    .action(async (file: string, options: ShowOptions) => done(await show(io, file, options)));

  return program;
}
