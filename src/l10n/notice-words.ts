import {msg, str} from '@lit/localize';
import type {Notice, Operator, Release} from '../core/manifest.js';
import {own} from '../core/own.js';
import {calendarDate, formatDate} from './format-date.js';
import {languageName} from './languages.js';

/** Who asks: under the heading. A number that is not stated is said to be so; an e-mail that is not there is left out. */
export function operatorWords({name, bin, email}: Operator): string {
  const who = bin
    ? msg(str`Оператор: ${name}, БСН ${bin}`, {desc: 'Under the heading: the operator, with its BIN'})
    : msg(str`Оператор: ${name} (БСН көрсетілмеген)`, {
        desc: 'Under the heading: the operator, whose BIN is not stated',
      });
  return email ? `${who}, ${email}` : who;
}

/** Opens the second layer. */
export const moreWord = (): string =>
  msg('Толығырақ', {desc: 'Opens the second layer; a colon and what is inside follow, or nothing'});

/** What to call a clause: its number, or the notice's words for one that has none. */
export const clauseName = (clause: string, {clauseNames}: Pick<Notice, 'clauseNames'>): string =>
  own(clauseNames, clause) ?? clause;

/** Clauses for ears only: a bare number says nothing. */
export const clausesForEars = (names: string[]): string =>
  names.length === 1
    ? msg(str`тармақ: ${names[0]}`, {desc: 'Heard, not seen: the one clause that a line comes from'})
    : msg(str`тармақтар: ${names.join(', ')}`, {desc: 'Heard, not seen: the clauses that a line comes from'});

const NUMBER = /^(.*?)(\d+)$/;

/** Whether a clause comes right after another one. */
function follows(clause: string, before: string): boolean {
  const [, stem, last] = NUMBER.exec(clause) ?? [];
  const [, stemBefore, lastBefore] = NUMBER.exec(before) ?? [];
  return stem !== undefined && stem === stemBefore && Number(last) === Number(lastBefore) + 1;
}

/** Clauses as they are seen: `2.3.1–2.3.3, 1.6`. */
export function clausesInShort(clauses: string[], notice: Pick<Notice, 'clauseNames'>): string {
  const runs: string[][] = [];
  for (const clause of clauses) {
    const run = runs.at(-1);
    if (run && follows(clause, run.at(-1)!)) run.push(clause);
    else runs.push([clause]);
  }
  return runs
    .map((run) => [...new Set([run[0]!, run.at(-1)!])].map((clause) => clauseName(clause, notice)).join('–'))
    .join(', ');
}

/** Before the links to all clauses of the first layer. */
export const clausesAboveWords = (): string =>
  msg('Жоғарыда аталған тармақтар:', {desc: 'Before links to all clauses that the first layer comes from'});

/** After the words of a link. */
export const opensTabWord = (): string =>
  msg('(жаңа қойындыда ашылады)', {desc: 'After the words of a link'});

/** Where an answer can be changed: a link, or a colon and how to reach the operator. */
export const changeAnswerWords = (): string =>
  msg('Жауапты өзгерту', {desc: 'Link to the page where consent can be withdrawn or given'});

/** Above the boxes that a form can do without. */
export const optionalHeading = (): string =>
  msg('Міндетті емес – қалауыңызша', {desc: 'Heading: purposes that registration does not need'});

/** Below that heading. */
export const optionalNote = (): string =>
  msg('Бұларсыз да нысанды жіберуге болады.', {
    desc: 'Under the heading of the boxes that a form can do without',
  });

/** Below links. */
export const linksOpenTabsWords = (): string =>
  msg('Сілтемелер жаңа қойындыда ашылады.', {
    desc: 'At the foot of the second layer: all links open new tabs',
  });

/** What the notice is not. */
export const summaryNote = (): string =>
  msg('Бұл – саясаттың қысқаша мазмұны, ол толық мәтіннің орнын баспайды.', {
    desc: 'At the foot of the second layer',
  });

/** A version that stands for the digest of a text says nothing to a person. */
const isMark = (version: string) => version.startsWith('text-');

/** Version and date in force, each only if the policy states it. */
export function versionWords({version, effectiveFrom}: Pick<Release, 'version' | 'effectiveFrom'>): string {
  if (effectiveFrom) {
    const date = formatDate(calendarDate(effectiveFrom));
    return msg(str`Нұсқасы: ${version}; күшіне ену күні: ${date}`, {
      desc: 'Version of the policy and the date it comes into force',
    });
  }
  const undated = msg('Саясатта күні көрсетілмеген.', {desc: 'The policy has no date'});
  return isMark(version)
    ? undated
    : `${msg(str`Нұсқасы: ${version}.`, {desc: 'Version of the policy, which has no date'})} ${undated}`;
}

/**
 * A version and the language of its words, in brackets: `(саясаттың 2026-12-01 нұсқасы, орысша мәтін)`; empty where there is
 * neither that says something to a person.
 * @param lang where it is known
 */
export function versionAndText(version: string, lang?: string): string {
  const words = [
    isMark(version)
      ? ''
      : msg(str`саясаттың ${version} нұсқасы`, {
          desc: 'In brackets, before the language of the text: a version of the policy',
        }),
    lang ? textInWords(lang) : '',
  ];
  const said = words.filter(Boolean).join(', ');
  return said && `(${said})`;
}

/** The words of a notice in a language. */
export const textInWords = (lang: string): string =>
  msg(str`${languageName(lang)} мәтін`, {desc: 'A text in a language: "Russian text"'});

/** Said in text, beside what has to be ticked. */
export const requiredWord = (): string =>
  msg('(міндетті)', {desc: 'After the sentence: the box is required'});

/** The link to a document: names its language, and that a tab opens. */
export const documentLinkWords = (lang: string): string =>
  msg(str`Саясаттың толық мәтіні (${languageName(lang)}), жаңа қойындыда ашылады`, {
    desc: 'Link to the document; its language in brackets; it opens a new tab',
  });

/** Before the link to the official text, where the linked document is a translation. */
export const officialWords = (): string =>
  msg('Сілтемедегі құжат – аударма. Ресми мәтіні:', {
    desc: 'The linked document is a translation; links to the official text, by language, follow',
  });

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The notice is missing in the page's language. */
export const languageMissingWords = (wanted: string, shown: string): string =>
  capital(
    msg(str`${languageName(wanted)} мәтін жоқ, ${languageName(shown)} мәтін көрсетілді.`, {
      desc: 'The notice is missing in the language of the page; the language that is shown instead',
    }),
  );
