import {basename, extname, join} from 'node:path';
import {createAsker, type Asker, type Meant} from '../ask.js';
import {answerIn} from '../draft/answer.js';
import {DRAFT} from '../draft/draft-files.js';
import {langNamed} from '../draft/lang-named.js';
import {complaintAbout} from '../draft/complaint-about.js';
import {QUESTIONS, withEntries, type Answers, type Question, typed} from '../draft/questions.js';
import {unquoted} from '../draft/quotes.js';
import {readAnswers} from '../draft/read-answers.js';
import {ANSWERS} from '../draft/read-draft.js';
import {slug} from '../draft/slug.js';
import {inOneLine} from '../finding.js';
import {readIfThere} from '../folder/disk.js';
import {SETTINGS} from '../folder/find-folder.js';
import {writeGitFiles} from '../folder/git-files.js';
import {textOf} from '../folder/read-text.js';
import {writeFile} from '../folder/write-file.js';
import {YamlFile} from '../folder/yaml-file.js';
import {readGiven} from '../given-file.js';
import {exampleNotice} from '../init/example-notice.js';
import type {EXAMPLES} from '../init/example-words.js';
import {answersFile} from '../init/write-answers.js';
import {noticeFile} from '../init/write-notice.js';
import {remark} from '../init/yaml-text.js';
import type {Io} from '../io.js';
import type {Outcome} from '../outcome.js';
import {EXIT, refused, Stop, unusable} from '../stop.js';
import {WORDS} from '../words/languages.js';
import type {Words} from '../words/words.js';

/** Flags of `init`: an answer to each question, or a file with all of them. */
export type InitOptions = Partial<Record<Question, string>> & {
  answers?: string;
  document?: string[];
  id?: string;
  site?: string;
  /** The language that was asked for with the command. */
  lang?: string;
};

/** The answer that a text gives to a question, or a sentence on why it gives none. */
function answerTo(question: Question, text: string, w: Words) {
  const answer = answerIn(typed(question, text));
  if (!answer) return w.emptyAnswer();
  const whole = withEntries(question, answer);
  return complaintAbout(question, whole, w) ?? {value: whole};
}

/** Where answers are kept from the first one on, so that nobody has to give them twice. */
const SAVED = `${DRAFT}/${ANSWERS}`;

/** The answers that a run before this one was stopped with; nothing where somebody else has written in the file. */
async function savedAnswers({cwd, disk}: Io, w: Words): Promise<Answers | undefined> {
  const bytes = await readIfThere(disk, join(cwd, SAVED));
  const text = bytes && textOf(bytes);
  if (text === undefined) return undefined;
  const file = new YamlFile(SAVED, text);
  if (file.faults.length) return undefined;
  const {given} = readAnswers(file, w);
  const isOurs = Object.values(WORDS).some((words) => text === answersFile(given, words));
  return isOurs && Object.keys(given).length > 0 ? given : undefined;
}

/** Answers that were given with the command, in a file or one by one. */
async function givenAnswers(io: Io, options: InitOptions, w: Words): Promise<Answers> {
  const answers: Answers = {};
  if (options.answers !== undefined) {
    const {text} = await readGiven(io, options.answers, w);
    const read = readAnswers(new YamlFile(options.answers, text), w);
    if (read.findings.length)
      throw unusable('answers', read.findings.map(inOneLine).join(' '), options.answers);
    Object.assign(answers, read.answers);
  }
  for (const question of QUESTIONS) {
    const given = options[question];
    if (given === undefined) continue;
    const answer = answerTo(question, given, w);
    if (typeof answer === 'string') throw unusable(`bad-${question}`, `--${question}: ${answer}`);
    answers[question] = answer.value;
  }
  return answers;
}

/** Asks what is left; each answer is kept at once. */
async function askLeft(io: Io, answers: Answers, asker: Asker | undefined, w: Words): Promise<void> {
  const left = QUESTIONS.filter((question) => !answers[question]);
  if (left.length && !asker) {
    throw unusable('missing', w.answersMissing(left.map((question) => `--${question}`)));
  }
  for (const question of left) {
    const number = w.questionOf(QUESTIONS.indexOf(question) + 1, QUESTIONS.length);
    answers[question] = await asker!.ask(`${number} ${w.questions[question]}`, (text) =>
      answerTo(question, text, w),
    );
    await writeFile(io.disk, join(io.cwd, SAVED), answersFile(answers, w));
  }
}

/** The text of a policy that is at hand. */
interface GivenDocument {
  lang: string;
  file: string;
  bytes: Buffer;
}

/** The texts that the command names. Looked at first: who has answered every question must not be sent away for them. */
async function givenDocuments(io: Io, options: InitOptions, w: Words): Promise<GivenDocument[]> {
  const documents: GivenDocument[] = [];
  for (const given of options.document ?? []) {
    const [, lang = '', file = ''] = /^([^=]+)=(.+)$/.exec(given) ?? [];
    const code = langNamed(lang);
    if (!code) throw unusable('usage', w.badDocumentFlag(given));
    documents.push({lang: code, file, bytes: (await readGiven(io, file, w)).bytes});
  }
  return documents;
}

/** Asks for a text until it can be read, or is not known. */
const askDocument = (io: Io, lang: string, asker: Asker, w: Words): Promise<GivenDocument | undefined> =>
  asker.ask(w.askDocument(lang), async (text): Promise<Meant<GivenDocument | undefined>> => {
    const kind = answerIn(text)?.kind;
    if (kind === undefined) return w.emptyAnswer();
    if (kind !== 'value') return {value: undefined};
    const file = unquoted(text);
    try {
      return {value: {lang, file, bytes: (await readGiven(io, file, w)).bytes}};
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      return error.message.includes(file) ? error.message : `${file}: ${error.message}`;
    }
  });

const settingsFile = (options: InitOptions, url: string | null, w: Words): string => {
  const host = url === null ? '' : new URL(url).hostname.replace(/^www\./, '').split('.')[0]!;
  const id = options.id ?? (host ? `${slug(host)}-privacy` : 'privacy');
  const site = options.site ?? (url === null ? '' : `${url.replace(/\/?$/, '/')}policy/`);
  const {notes} = w;
  return `${remark(notes.id)}\nid: ${id}\n\n${remark(notes.country)}\ncountry: KZ\n\n${remark(notes.time)}\ntime: "+05:00"\n\n${remark(notes.site)}\nsite: ${site}\n`;
};

const LANGS = ['kk', 'ru', 'en'] as const satisfies (keyof typeof EXAMPLES)[];
const noticeName = (lang: string) => `${DRAFT}/notice.${lang}.yaml`;

/** What somebody wrote before is theirs. @throws {Stop} where one of the files is there */
async function refuseExisting({cwd, disk}: Io, names: string[], w: Words): Promise<void> {
  for (const name of names) {
    const path = join(cwd, name);
    const isKept = (await disk.list(join(path, '..'))).includes(basename(path));
    if (isKept) throw refused('exists', w.fileExists(name), name);
  }
}

const inShell = (word: string) => (/^[\p{L}\p{N}_.:/=@-]+$/u.test(word) ? word : `"${word}"`);

/** The command that goes on from here: the answers that came with it are kept. */
function commandAgain({lang, document = [], id, site}: InitOptions): string {
  const given = [
    ...(lang ? ['--lang', lang] : []),
    ...document.flatMap((one) => ['--document', one]),
    ...(id ? ['--id', id] : []),
    ...(site ? ['--site', site] : []),
  ];
  return ['ipsm-policy init', ...given.map(inShell)].join(' ');
}

async function ask(io: Io, options: InitOptions, w: Words): Promise<Map<string, string | Buffer>> {
  const documents = await givenDocuments(io, options, w);
  const saved = await savedAnswers(io, w);
  const answers: Answers = {...saved, ...(await givenAnswers(io, options, w))};
  await refuseExisting(io, [...LANGS.map(noticeName), ...(saved ? [] : [SAVED])], w);
  const asker = createAsker(io, w);
  try {
    asker?.say([w.threeAnswers(), ...(saved ? [w.answersFound(SAVED)] : [])]);
    await askLeft(io, answers, asker, w);
    const written = answersFile(answers, w);
    const read = readAnswers(new YamlFile(ANSWERS, written), w);
    for (const lang of asker ? read.official : []) {
      if (documents.some((document) => document.lang === lang)) continue;
      const document = await askDocument(io, lang, asker!, w);
      if (document) documents.push(document);
    }
    const files = new Map<string, string | Buffer>();
    for (const {lang, file, bytes} of documents) {
      const kind = /^\.html?$/i.test(extname(file)) ? 'html' : 'txt';
      files.set(`${DRAFT}/document.${lang}.${kind}`, bytes);
    }
    for (const lang of LANGS) files.set(noticeName(lang), noticeFile(exampleNotice(lang, read), w));
    await refuseExisting(io, [...files.keys()], w);
    files.set(SAVED, written);
    // The folder is known by it: last, so that a run that was stopped can be begun again.
    files.set(SETTINGS, settingsFile(options, read.operator.url, w));
    return files;
  } catch (error) {
    const isStopped = error instanceof Stop && error.exitCode === EXIT.interrupted;
    if (!isStopped || !(await savedAnswers(io, w))) throw error;
    throw new Stop(EXIT.interrupted, 'interrupted', w.answersKept(SAVED, io.cwd, commandAgain(options)));
  } finally {
    asker?.close();
  }
}

/** Asks what an operator knows, and writes the working folder with a first draft. */
export async function init(io: Io, options: InitOptions, w: Words): Promise<Outcome> {
  if ((await io.disk.list(io.cwd)).includes(SETTINGS)) throw refused('exists', w.folderExists(), SETTINGS);
  const files = await ask(io, options, w);
  // Before the settings, which end what was begun.
  const forGit = await writeGitFiles(io.disk, io.cwd);
  for (const [name, content] of files) await writeFile(io.disk, join(io.cwd, name), content);
  return {
    exitCode: EXIT.ok,
    result: {ok: true, files: [...files.keys(), ...forGit]},
    lines: [{text: w.wrote(), style: 'bold'}, ...[...files.keys()].map((name) => `  ${name}`), w.afterInit()],
  };
}
