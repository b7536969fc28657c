import type {Notice, Release} from '../../core/index.js';
import {problem, type Finding, type Place} from '../finding.js';
import {textOf} from '../folder/read-text.js';
import {sha256Of} from '../folder/sha256-of.js';
import {YamlFile, type YamlPath} from '../folder/yaml-file.js';
import {PAGE_LANGS} from '../../l10n/languages.js';
import {notText} from '../not-text.js';
import type {Words} from '../words/words.js';
import {DRAFT} from './draft-files.js';
import {readAnswers, type AnswersRead} from './read-answers.js';
import {DOCUMENT_NAME, readDocuments, type DraftDocument} from './read-document.js';
import {isMap, readNotice} from './read-notice.js';
import {signsIn} from './signs-in.js';

/** The file of answers in it. */
export const ANSWERS = 'answers.yaml';

const NOTICE = /^notice\.([a-z]{2,3})\.ya?ml$/i;

/** Kazakh first, as everywhere; languages that the interface does not speak last. */
const rank = (lang: string) => ([...PAGE_LANGS] as string[]).indexOf(lang) >>> 0;

/** A draft, as much of it as can be read. */
export interface Draft {
  answers: AnswersRead;
  notices: Record<string, Notice>;
  /** Whether the answers are there and can be read; what is made of none says nothing. */
  isAnswered: boolean;
  /** Names of the files in the folder. */
  names: string[];
  /** Those that nothing is read from. */
  unread: string[];
  /** Names of the folders in it. */
  folders: readonly string[];
  /** Languages that have a file, whether it can be read or not. */
  langs: string[];
  documents: DraftDocument[];
  /** What is wrong with the files by themselves. */
  findings: Finding[];
  /** Where something of a notice stands. */
  placeIn(lang: string, path: YamlPath): Place;
  /** Where an answer stands. */
  placeOf(question: string): Place;
}

/** Reads a file that people edit; a fault of its encoding or its signs is told. */
function openYaml(bytes: Buffer, file: string, w: Words): [YamlFile, Finding[]] {
  const text = textOf(bytes);
  if (text === undefined) {
    return [new YamlFile(file, ''), [notText(bytes, {file, line: null}, w)]];
  }
  const yaml = new YamlFile(file, text);
  return [yaml, signsIn(yaml, w)];
}

/** Files of a draft, by name; of one in the archive, without the folders beside them. */
type DraftSource = ReadonlyMap<string, Buffer> & {folders?: readonly string[]};

/** Reads the draft. @param source its files, by name */
export function readDraft(source: DraftSource, w: Words): Draft {
  const findings: Finding[] = [];
  const files: Record<string, YamlFile> = {};
  const notices: Record<string, Notice> = {};
  const langs = [...source.keys()].flatMap((name) => {
    const lang = NOTICE.exec(name)?.[1]?.toLowerCase();
    return lang ? [{name, lang}] : [];
  });
  for (const {name, lang} of langs.sort((a, b) => rank(a.lang) - rank(b.lang))) {
    if (files[lang]) {
      findings.push(problem('document-twice', {file: `${DRAFT}/${name}`, line: null}, w.documentTwice(lang)));
      continue;
    }
    const bytes = source.get(name)!;
    const [file, faults] = openYaml(bytes, `${DRAFT}/${name}`, w);
    files[lang] = file;
    findings.push(...faults);
    // What lacks because the signs are wrong would only be noise.
    if (faults.length) continue;
    if (!isMap(file.value)) {
      findings.push(problem('shape', {file: file.file, line: null}, w.noNames('question:')));
      continue;
    }
    const read = readNotice(file, w);
    notices[lang] = read.notice;
    findings.push(...read.findings);
  }
  if (!langs.length) {
    const file = `${DRAFT}/notice.kk.yaml`;
    findings.push(problem('no-notice', {file, line: null}, w.noNotice()));
  }
  const answersFile = `${DRAFT}/${ANSWERS}`;
  const answersBytes = source.get(ANSWERS);
  const [answersYaml, faults] = answersBytes
    ? openYaml(answersBytes, answersFile, w)
    : [
        new YamlFile(answersFile, ''),
        [problem('no-answers', {file: answersFile, line: null}, w.noAnswers())],
      ];
  const answers = readAnswers(answersYaml, w);
  findings.push(...(faults.length ? faults : answers.findings));
  const {documents, findings: inDocuments} = readDocuments(source, DRAFT, w);
  return {
    answers,
    isAnswered: !faults.length,
    notices,
    names: [...source.keys()],
    unread: [...source.keys()].filter(
      (name) => name !== ANSWERS && !NOTICE.test(name) && !DOCUMENT_NAME.test(name),
    ),
    folders: source.folders ?? [],
    langs: Object.keys(files),
    documents,
    findings: [...findings, ...inDocuments],
    placeIn: (lang, path) => files[lang]?.placeOf(path) ?? {file: `${DRAFT}/notice.${lang}.yaml`, line: null},
    placeOf: (question) => answersYaml.placeOf([question]),
  };
}

/** The address of a document of a version; no other version's is ever the same. */
export const documentName = (version: string, lang: string): string => `${version}.${lang}.html`;

/** What makes a release of the draft. */
type Occasion = Pick<Release, 'version' | 'effectiveFrom' | 'change'>;

/** The draft as a release. */
export function releaseOf({answers, notices, documents}: Draft, occasion: Occasion): Release {
  const {operator, official, terms} = answers;
  return {
    ...occasion,
    cancelled: null,
    operator,
    official,
    documents: Object.fromEntries(
      documents.map(({lang, bytes}) => [
        lang,
        {url: documentName(occasion.version, lang), sha256: sha256Of(bytes), anchor: '#{clause}'},
      ]),
    ),
    notice: notices,
    terms,
  };
}
