import {Command, Option} from 'commander';
import {GENERATOR} from '../core/index.js';
import {cancel} from './commands/cancel.js';
import {check, type CheckOptions} from './commands/check.js';
import {diff} from './commands/diff.js';
import {exportRelease} from './commands/export.js';
import {html, type HtmlOptions} from './commands/html.js';
import {init, type InitOptions} from './commands/init.js';
import {preview, type PreviewOptions} from './commands/preview.js';
import {publish, type PublishOptions} from './commands/publish.js';
import {restore} from './commands/restore.js';
import {show} from './commands/show.js';
import {verify} from './commands/verify.js';
import {openDesk, type Desk} from './desk.js';
import {QUESTIONS} from './draft/questions.js';
import type {Io} from './io.js';
import type {Outcome} from './outcome.js';
import {unusable} from './stop.js';
import {PAGE_LANGS, type PageLang} from '../l10n/languages.js';
import type {Words} from './words/words.js';

/** How the program is called here. */
const NAME = ({env}: Io) => (env.npm_command === 'exec' ? 'npx ipsm-policy' : 'ipsm-policy');

const repeatable = (value: string, before: string[] = []) => [...before, value];

/** The command line's grammar. Each command hands what it did to `done`. */
export function createProgram(io: Io, w: Words, lang: PageLang, done: (outcome: Outcome) => void): Command {
  const {help} = w;
  const {args: a} = help;
  const titles = help.titles as Record<string, string>;
  const program = new Command('ipsm-policy')
    .description(help.program)
    .version(GENERATOR.split('/')[1]!, '-V, --version', help.version)
    .helpOption('-h, --help', help.help)
    .usage(`[${a.options}] [${a.command}]`)
    .exitOverride()
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      commandUsage: (command) =>
        `${command.parent ? `${NAME(io)} ` : ''}${command.parent ? command.name() : NAME(io)} ${command.usage().replace('[options]', `[${a.options}]`)}`,
      subcommandTerm: (command) =>
        [
          command.name(),
          `[${a.options}]`,
          ...command.registeredArguments.map((one) => `<${one.name()}>`),
        ].join(' '),
      optionDescription: ({description, defaultValue}) =>
        typeof defaultValue === 'string'
          ? `${description} (${help.otherwise}: ${defaultValue})`
          : description,
    })
    .configureOutput({writeOut: (text) => io.stdout.write(text), writeErr: () => {}})
    .helpCommand(false);

  const common = (command: Command) =>
    command
      .option('--lang <kk|ru|en>', help.lang, (given) => {
        if (!(PAGE_LANGS as readonly string[]).includes(given))
          throw unusable('usage', w.usage.badLang(given));
        return given;
      })
      .option('--json', help.json);
  const add = (name: string, description: string) =>
    common(program.command(name).helpOption('-h, --help', help.help).description(description));
  const at = (work: (desk: Desk) => Promise<Outcome>) => async () =>
    done(await work(await openDesk(io, w, lang)));

  common(program);
  const first = add('init', help.init)
    .option(`--answers <${a.file}>`, help.answers)
    .option(`--document <${a.lang}=${a.file}>`, help.document, repeatable)
    .option(`--id <${a.name}>`, help.id)
    .option(`--site <${a.address}>`, help.site);
  for (const question of QUESTIONS) {
    first.addOption(new Option(`--${question} <…>`, `${help.answer}: ${w.questions[question]}`));
  }
  first.action(async (options: InitOptions) => done(await init(io, {...program.opts(), ...options}, w)));

  add('check', help.check)
    .option(`--live [${a.address}]`, help.live)
    .action((options: CheckOptions) => at((desk) => check(desk, options))());
  add('preview', help.preview)
    .option(`--port <${a.number}>`, help.port)
    .option('--no-open', help.noOpen)
    .action((options: PreviewOptions) => at((desk) => preview(desk, options))());
  add('publish', help.publish)
    .option('--correction', help.correction)
    .option('--new-terms', help.newTerms)
    .option(`--date <${a.date}>`, help.date)
    .option(`--yes <${a.version}>`, help.yes)
    .option('--one-language', help.oneLanguage)
    .option('--now-required', help.nowRequired)
    .option('--same-consents', help.sameConsents)
    .option('--same-meaning', help.sameMeaning)
    .option(`--without <${a.lang}>`, help.without, repeatable)
    .action((options: PublishOptions) => at((desk) => publish(desk, options))());
  add('cancel', help.cancel)
    .argument(`<${a.version}>`)
    .option(`--yes <${a.version}>`, help.yes)
    .action((version: string, options: {yes?: string}) => at((desk) => cancel(desk, version, options))());
  add('show', help.show).action(at(show));
  add('diff', help.diff)
    .argument(`<${a.version}>`)
    .argument(`<${a.version}>`)
    .action((a: string, b: string) => at((desk) => diff(desk, a, b))());
  add('restore', help.restore)
    .argument(`<${a.version}>`)
    .action((version: string) => at((desk) => restore(desk, version))());
  add('export', help.export)
    .argument(`<${a.version}>`)
    .action((version: string) => at((desk) => exportRelease(desk, version))());
  add('html', help.html)
    .option(`--language <${a.lang}>`, help.language, lang)
    .option(`--name <${a.name}>`, help.fieldName, 'consent')
    .option('--inline', help.inline)
    .option('--inline-styles', help.inlineStyles)
    .option(`--script <${a.address}>`, help.script, 'ipsm-consent.min.js')
    .action((options: HtmlOptions) => at((desk) => html(desk, options))());
  add('verify', help.verify)
    .argument(`<${a.file}>`)
    .action((file: string) => at((desk) => verify(desk, file))());
  return program;
}
