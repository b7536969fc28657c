import {basename, extname, join} from 'node:path';
import {createAsker, type Asker} from '../ask.js';
import {answerIn} from '../draft/answer.js';
import {DRAFT} from '../draft/draft-files.js';
import {langNamed} from '../draft/lang-named.js';
import {complaintAbout} from '../draft/complaint-about.js';
import {QUESTIONS, withEntries, type Answers, type Question} from '../draft/questions.js';
import {readAnswers} from '../draft/read-answers.js';
import {ANSWERS} from '../draft/read-draft.js';
import {slug} from '../draft/slug.js';
import {inOneLine} from '../finding.js';
import {SETTINGS} from '../folder/find-folder.js';
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
import {EXIT, refused, unusable} from '../stop.js';
import type {Words} from '../words/words.js';

/** Flags of `init`: an answer to each question, or a file with all of them. */
export type InitOptions = Partial<Record<Question, string>> & {
  answers?: string;
  document?: string[];
  id?: string;
  site?: string;
};

/** The answer that a text gives to a question, or a sentence on why it gives none. */
function answerTo(question: Question, text: string, w: Words) {
  const answer = answerIn(text);
  if (!answer) return w.emptyAnswer();
  const whole = withEntries(question, answer);
  return complaintAbout(question, whole, w) ?? {value: whole};
}

async function answersFrom(
  io: Io,
  options: InitOptions,
  asker: Asker | undefined,
  w: Words,
): Promise<Answers> {
  const answers: Answers = {};
  if (options.answers !== undefined) {
    const {text} = await readGiven(io, options.answers, w);
    const read = readAnswers(new YamlFile(options.answers, text), w);
    if (read.findings.length)
      throw unusable('answers', read.findings.map(inOneLine).join(' '), options.answers);
    Object.assign(answers, read.answers);
  }
  const missing: Question[] = [];
  for (const question of QUESTIONS) {
    const given = options[question];
    if (given !== undefined) {
      const answer = answerTo(question, given, w);
      if (typeof answer === 'string') throw unusable(`bad-${question}`, `--${question}: ${answer}`);
      answers[question] = answer.value;
    } else if (!answers[question]) {
      if (asker)
        answers[question] = await asker.ask(w.questions[question], (text) => answerTo(question, text, w));
      else missing.push(question);
    }
  }
  if (missing.length) throw unusable('missing', w.answersMissing(missing.map((question) => `--${question}`)));
  return answers;
}

/** The texts of the policy that are at hand, by language. */
async function documentsFrom(
  options: InitOptions,
  official: string[],
  asker: Asker | undefined,
  w: Words,
): Promise<[lang: string, file: string][]> {
  const documents = (options.document ?? []).map((given): [string, string] => {
    const [, lang = '', file = ''] = /^([^=]+)=(.+)$/.exec(given) ?? [];
    const code = langNamed(lang);
    if (!code) throw unusable('usage', w.badDocumentFlag(given));
    return [code, file];
  });
  for (const lang of asker ? official.filter((code) => !documents.some(([known]) => known === code)) : []) {
    const file = await asker!.ask(w.askDocument(lang), (text) => {
      const kind = answerIn(text)?.kind;
      return kind === undefined
        ? w.emptyAnswer()
        : kind === 'value'
          ? {value: text.replace(/^"|"$/g, '')}
          : {value: ''};
    });
    if (file) documents.push([lang, file]);
  }
  return documents;
}

const settingsFile = (options: InitOptions, url: string | null, w: Words): string => {
  const host = url === null ? '' : new URL(url).hostname.replace(/^www\./, '').split('.')[0]!;
  const id = options.id ?? (host ? `${slug(host)}-privacy` : 'privacy');
  const site = options.site ?? (url === null ? '' : `${url.replace(/\/?$/, '/')}policy/`);
  const {notes} = w;
  return `${remark(notes.id)}\nid: ${id}\n\n${remark(notes.country)}\ncountry: KZ\n\n${remark(notes.time)}\ntime: "+05:00"\n\n${remark(notes.site)}\nsite: ${site}\n`;
};

async function ask(io: Io, options: InitOptions, w: Words): Promise<Map<string, string | Buffer>> {
  const asker = createAsker(io, w);
  try {
    asker?.say([w.threeAnswers()]);
    const answers = await answersFrom(io, options, asker, w);
    const written = answersFile(answers, w);
    const read = readAnswers(new YamlFile(ANSWERS, written), w);
    const files = new Map<string, string | Buffer>();
    for (const [lang, file] of await documentsFrom(options, read.official, asker, w)) {
      const {bytes} = await readGiven(io, file, w);
      const kind = /^\.html?$/i.test(extname(file)) ? 'html' : 'txt';
      files.set(`${DRAFT}/document.${lang}.${kind}`, bytes);
    }
    for (const lang of ['kk', 'ru', 'en'] as const satisfies (keyof typeof EXAMPLES)[]) {
      files.set(`${DRAFT}/notice.${lang}.yaml`, noticeFile(exampleNotice(lang, read), w));
    }
    files.set(`${DRAFT}/${ANSWERS}`, written);
    // The folder is known by it: last, so that a run that was stopped can be begun again.
    files.set(SETTINGS, settingsFile(options, read.operator.url, w));
    return files;
  } finally {
    asker?.close();
  }
}

/** Asks what an operator knows, and writes the working folder with a first draft. */
export async function init(io: Io, options: InitOptions, w: Words): Promise<Outcome> {
  if ((await io.disk.list(io.cwd)).includes(SETTINGS)) throw refused('exists', w.folderExists(), SETTINGS);
  const files = await ask(io, options, w);
  for (const name of files.keys()) {
    const path = join(io.cwd, name);
    const isKept = (await io.disk.list(join(path, '..'))).includes(basename(path));
    // What somebody wrote before is theirs.
    if (isKept) throw refused('exists', w.fileExists(name), name);
  }
  for (const [name, content] of files) await writeFile(io.disk, join(io.cwd, name), content);
  return {
    exitCode: EXIT.ok,
    result: {ok: true, files: [...files.keys()]},
    lines: [{text: w.wrote(), style: 'bold'}, ...[...files.keys()].map((name) => `  ${name}`), w.afterInit()],
  };
}
