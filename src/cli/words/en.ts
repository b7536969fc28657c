import type {Release} from '../../core/index.js';
import {calendarDate, formatDate} from '../../l10n/format-date.js';
import {countryName, termWords} from '../init/value-words.js';
import type {Words} from './words.js';

const LANGS: Record<string, string> = {kk: 'Kazakh', ru: 'Russian', en: 'English'};
const lang = (code: string) => LANGS[code] ?? code;
const list = (items: readonly string[]) => items.join(', ');
const quoted = (items: readonly string[]) => items.map((item) => `“${item}”`).join(', ');
const and = (items: readonly string[]) => items.join(', ').replace(/, ([^,]*)$/, ' and $1');
const onlyTexts = (changed: readonly string[], left: readonly string[]) =>
  `Only the ${and(changed.map(lang))} ${changed.length > 1 ? 'texts have' : 'text has'} changed; the ${and(left.map(lang))} ${left.length > 1 ? 'texts are' : 'text is'} unchanged.`;

const when = (instant: string | null) => {
  if (instant === null) return 'already in force';
  const time = instant.slice(11, 16);
  const day = formatDate(calendarDate(instant), 'en');
  return time === '00:00' ? day : `${day}, ${time}`;
};
const begins = (instant: string | null) =>
  instant === null ? 'Already in force' : `In force from: ${when(instant)}`;
const since = (word: string, instant: string | null) => (instant === null ? '' : ` ${word} ${when(instant)}`);

/** What the operator reads in English. */
export const en: Words = {
  questions: {
    name: "What is the organisation's full name, as in its registration document? For example: LLP “Example”. Not the name of the site.",
    bin: "What is the organisation's BIN or the entrepreneur's IIN (12 digits)?",
    address: 'What is the legal address?',
    email: 'To which e-mail address are questions and withdrawals of consent sent?',
    url: 'What is the address of the site? For example: https://example.kz/',
    fields:
      'Does the form ask for surname, first name and patronymic? In which fields? Ask whoever made the site for their technical names, for example: surname, given, patronymic.',
    term: 'How long is consent given for: until a date (2027-12-31), for a period (such as 3 years), or until the purpose is achieved?',
    recipients:
      'Who besides state bodies gets or sees the data: hosting, mailing service, payment system, accountants, partners?',
    home: 'Is there a database on a server in Kazakhstan? (yes / no / don’t know)',
    abroad:
      'Is data stored abroad as well? In which countries? (Cloud services and mail count. If the countries are not known: yes.)',
    public:
      'Do you publish the data where anybody can see it (on a site, in social networks)? (yes / no / don’t know)',
    data: 'Which data does the form ask for? If copies of documents are needed, name each document. After each kind of data, give the clause of the policy, for example: name 2.3.1, e-mail 2.3.2, phone 2.3.3, copies of documents 1.6',
    purposes:
      'What is the data for? Which purposes are required for registration, and which (ads, research) are optional? After each purpose, give the clause of the policy, for example: services 2.2.1, ads 2.2.4 optional',
    automated:
      'Are there decisions that a program makes without a human, or automated processing? (yes / no / don’t know)',
    keeping: 'How long is the data kept, and what happens to it afterwards?',
    minors: 'Are there people under 18 among those who register? Who consents for them?',
    official:
      'In which language was the text of the policy approved? (Kazakh / Russian / English; there may be several)',
    approved: 'Who approved that text, and when?',
    withdrawal:
      'What is the address of the page where consent is withdrawn? For example: https://example.kz/my-consent',
  },
  asked: {
    name: 'name of the organisation',
    bin: 'BIN',
    address: 'legal address',
    email: 'e-mail',
    url: 'address of the site',
    fields: 'fields with the name',
    term: 'how long consent lasts',
    recipients: 'who gets the data',
    home: 'where data is stored',
    abroad: 'transfer abroad',
    public: 'distribution in publicly available sources',
    data: 'which data',
    purposes: 'purposes',
    automated: 'automated processing',
    keeping: 'how long data is kept',
    minors: 'minors',
    official: 'language of the approved text',
    approved: 'who approved it, and when',
    withdrawal: 'page where consent is withdrawn',
  },
  row: {
    layer: 'where the line is seen',
    order: 'order of the lines',
    points: 'at once',
    details: 'under “More”',
  },
  optional: () => 'optional',
  term: (value) => termWords(value, 'en'),
  country: (code) => countryName(code, 'en'),
  said: {yes: 'yes', no: 'no', unknown: 'don’t know, will fill in later'},
  lang,

  signs: {
    tab: 'The line begins with a tab. Put spaces in its place.',
    twice: 'This name is here a second time. Remove one of the two.',
    colon:
      'The line cannot be read: there is probably a colon in the text. Put the whole text in straight quotation marks "…". Curly ones “…” and « » are not valid.',
    noColon: (name) => `A colon has to stand after the name: “${name}:”.`,
    quote:
      "Straight quotation marks at the beginning of a text have to enclose all of it. Use “ ” in the text, or put all of it in '…'.",
    sign: (sign) =>
      `The text begins with the sign “${sign}”, which means something else in this file. Put the whole text in straight quotation marks "…".`,
    remark: (words) =>
      `Nothing is read after the sign #: “${words}” would be lost. Put the whole text in straight quotation marks "…"; if it is a remark of your own, move it to another line.`,
    invisible: (code) =>
      `There is an invisible sign in the line (${code}), which can hide words or turn them round. Delete the text of the line and type it anew.`,
    unclear: 'The line cannot be read. Compare it with its neighbours: spaces and signs have to be the same.',
  },
  noWords: (field) => `${field}: there is no text. Write it.`,
  exampleLeft: (field) =>
    `${field}: text of the example is left. Write your own and remove the mark in square brackets.`,
  instructionLeft: (field, hint) =>
    `${field}: words of the example are left: “${hint}”. Write your own in their place.`,
  notAList: (field) => `${field}: a list is needed. Begin each line with “- ”, and write no | above them.`,
  notNamed: (field) => `${field}: each line has to be “name: text”.`,
  badId: (id) => `The name “${id}” is not valid. Use only lower-case Latin letters, digits and hyphens.`,
  unknownField: (field, near) =>
    near === undefined
      ? `There is no name “${field}”. Remove this line.`
      : `There is no name “${field}”. Did you mean “${near}”?`,
  badClause: (clause) => `“${clause}” is not a valid clause number. For example: 2.2.1, 1.6`,
  noPoints: () => 'points: there is no line. Write the lines that a person sees at once.',
  idTwice: (id) => `“${id}” is here a second time. Each line needs a name of its own.`,
  sameAnswers: (text) =>
    `Both buttons say the same: “${text}”. Write different words for agreeing (accept) and not agreeing (decline).`,
  labelTwice: (label) =>
    `The line “${label}” is here a second time. Call it something else (label), so that a person can tell them apart.`,
  noNames: (name) =>
    `The file has no name such as “${name}”. Copy the file of another language in its place and write the texts in this one, or restore the file from a backup.`,
  unread: () =>
    'This file is not read. Only such names are: answers.yaml, notice.kk.yaml, document.kk.txt, document.kk.html (in place of kk also ru or en). Give the file such a name, or save its text under one (.txt, UTF-8). If it is not needed, move it out of the folder draft.',
  unreadFolder: () =>
    'This is a folder and not a file, so it is not read. Move the file that is in it into the folder draft itself, and remove this folder.',
  noNotice: () =>
    'There is no text in any language. Fill in the files draft/notice.kk.yaml and draft/notice.ru.yaml.',
  noAnswers: () => 'There is no file of answers. Put the file answers.yaml back.',
  notText: (kind) =>
    `This is a ${kind} document. Open it in Word and save it as “Plain text” (.txt), encoding UTF-8.`,
  notUtf8: () => 'The file is not saved as UTF-8. In Notepad, open “Save as” and choose the encoding UTF-8.',
  emptyDocument: () => 'The document is empty. Put the full text of the policy into it.',
  documentTwice: (code) => `There is a second document (${lang(code)}). Leave one.`,

  noAnswer: (field, question) =>
    `${field}: there is no answer. ${question} Write the answer, “no” or “don’t know”.`,
  neededFirst: (field, question) => `${field}: nothing can be published without this answer. ${question}`,
  oneAnswer: (lines) =>
    `One answer is wanted here, and there are several lines: ${quoted(lines)}. Write all of it in one line.`,
  emptyAnswer: () => 'An empty line is not an answer. Write the answer, “no” or “don’t know”.',
  noIsNoAnswer: () => '“No” is not an answer here: write the answer itself, or “don’t know”.',
  yesIsNoAnswer: () => '“Yes” is not enough here: write the answer itself, “no” or “don’t know”.',
  yesOrNo: (text) => `“${text}” is not an answer. Write “yes” or “no”.`,
  yesNoOrUnknown: (text) => `“${text}” is not an answer. Write “yes”, “no” or “don’t know”.`,
  badBin: (text) =>
    `“${text}” is not a valid BIN or IIN: it needs 12 digits, and the last one, a check digit, has to fit the others. Compare it with the document, or write “don’t know”.`,
  badEmail: (text) =>
    `“${text}” is not a valid e-mail address. For example: hello@example.kz. If there is none, write “no”; if you do not know, “don’t know”.`,
  badUrl: (text) =>
    `“${text}” is not a valid site address. It begins with https://. If there is none, write “no”; if you do not know, “don’t know”.`,
  badTerm: (text) =>
    `“${text}” is not a valid period. Write: 3 years, 2027-12-31, “until the purpose is achieved”, or “don’t know”.`,
  badCountry: (text) =>
    `“${text}” is not a valid country name. For example: Germany, Ireland or DE, IE. If data is stored abroad but the countries are not known, write “yes”; if that is not known either, “don’t know”.`,
  badFields: () =>
    'Write only the technical names of the fields, with commas, for example: surname, given, patronymic. If you do not know, write “don’t know”.',
  noAlone: () =>
    'If the answer is “no”, write that word alone. If not, write the answer itself, or “don’t know”.',
  unknownAlone: () => 'If you do not know, write only “don’t know”. If you do, write the answer itself.',
  noAnswerIn: (text) => `“${text}” is not an answer. Write the answer itself, “no” or “don’t know”.`,
  wordAlone: (text) =>
    `“${text}” stands among other answers. If it is the answer, write it alone; if not, remove it.`,
  notAbroad: (text) => `“${text}” is not abroad. Name other countries, or write “no”.`,
  badData: (text) =>
    `“${text}”: write what data it is, and the clause of the policy, for example: phone 2.3.3`,
  badPurpose: (text) =>
    `“${text}”: write the purpose and the clause of the policy, for example: services 2.2.1 or ads 2.2.4 optional`,
  badLanguage: (text, codes) => `There is no language “${text}”. Choose one of: ${codes}.`,
  severalItems: (text, apart, named) =>
    `“${text}”: here are several at once. Write each by itself, with a clause of its own${apart && `, for example: ${apart}`}. If it is one thing, give it a technical name in square brackets: “${named}”.`,
  oneClause: (text) => `“${text}”: name one clause, the one that says it first of all.`,
  dataOptional: (text) =>
    `“${text}”: only purposes can be optional. Remove that word here. That some data need not be given is said in the text (the line data of the notice files).`,
  sameItems: (first, second, other) =>
    `“${first}” and “${second}” are called the same. If they are the same, leave one. If not, call them differently, or give the second a technical name of its own, for example: “${other}”.`,

  pointsDiffer: (first, missing, extra) =>
    `The lines are not those of the ${lang(first)} text.${missing.length ? ` Missing: ${list(missing)}.` : ''}${extra.length ? ` Not in that text: ${list(extra)}.` : ''} All languages need the same lines.`,
  orderDiffers: (first) => `The lines are not in the order of the ${lang(first)} text.`,
  clausesDiffer: (id, found, first, wanted) =>
    `The line “${id}” has clauses ${list(found) || 'none'}; in the ${lang(first)} text: ${list(wanted) || 'none'}. Make them the same.`,
  namesDiffer: (field, first, missing, extra) =>
    `The part ${field} is not that of the ${lang(first)} text.${missing.length ? ` Missing: ${list(missing)}.` : ''}${extra.length ? ` Not in that text: ${list(extra)}.` : ''}`,
  languageMissing: (code) =>
    `There is no ${lang(code)} text. By law consumers are informed in Kazakh and Russian.`,
  languageGone: (code) =>
    `There is no file draft/notice.${code}.yaml, and the last version had it. Put the file back. If people are no longer to be told in this language: ipsm-policy publish --without ${code}`,
  languageRenamed: (code, had, stray) =>
    `There is no file draft/notice.${code}.yaml${had ? ', and the last version had it' : ''}. In the folder is ${stray}: rename it to notice.${code}.yaml.`,
  agreeForDiffers: () =>
    'The sentence for a representative (agreeFor) is not there in every language. Write it in each.',
  clauseName: (clause) => `The part “${clause}” has no number: write its name under clauseNames.`,
  clauseLost: (id, clause, file) =>
    `“${id}”: clause ${clause} is not in the document ${file}. Correct the clause, or look at the document.`,
  noAnchors: () =>
    'No clause of this document can be linked to. Save it as plain text (.txt), each clause beginning with its number, or have marks such as id="2.2.1" put into the code of the page.',
  noDocument: (code) =>
    `There is no full text of the policy (${lang(code)}). Save it as draft/document.${code}.txt.`,
  purposeUnsaid: (id) => `The purpose “${id}” is optional, but has no sentence. Write it under purposes.`,
  purposeUnknown: (id) =>
    `The answers name no optional purpose “${id}”. Remove the sentence, or correct answers.yaml.`,
  agreeForMissing: () =>
    'You answered that minors register, but there is no sentence for a representative (agreeFor).',
  rowMissing: (id, asked) => `There is no line “${id}”. By law a consent must state: ${asked}.`,
  leftover: (id, question, asked) =>
    `The line “${id}” still says “not stated”, but answers.yaml has the answer (${question}: ${asked}). ${id === 'unstated' ? 'Remove these words; if nothing else is left in the line, remove the line in every language.' : 'Write that answer in the line.'}`,
  unstated: (id, question, asked) =>
    `The line “${id}” sounds as if there were an answer, but answers.yaml has none (${question}: ${asked}). Write the answer in answers.yaml. If there is no answer, write “not stated” in the line, in every language.`,
  tooLong: (words, limit) =>
    `A person sees ${words} words at once, better no more than ${limit}: nobody reads more. Move some of them to details.`,
  tooMany: (found, limit) =>
    `A person sees ${found} lines at once, better no more than ${limit}. Move the rest to details.`,
  textLong: (field, length, limit) =>
    `${field}: ${length} characters, better no more than ${limit}: it does not fit the screen of a phone. Shorten it.`,
  wordLong: (field, word, limit) =>
    `${field}: the word “${word}” is too long, better no more than ${limit} letters: a narrow screen breaks it. Look whether there are spaces between the words.`,
  oneLanguage: (changed, left) =>
    `${onlyTexts(changed, [left])} If that is not intended, correct that one too.`,
  nowRequired: (id) =>
    `The purpose “${id}” is required now; it, or a purpose that it may stand for, was optional.`,
  noChanges: () =>
    'changes: what changed is not said, or the lines are the old ones. People who agreed before are shown them.',
  archiveUnreadable: () =>
    'A file in the archive of what was published cannot be read. Restore it from a backup: the archive is not to be edited.',
  archiveMissing: () => 'A published document is gone from the archive. Restore it from a backup.',
  archiveAltered: () => 'A published document was changed afterwards. Restore it from a backup.',
  archiveGap: () =>
    'This folder of the archive is missing. Put it back from a backup. Until then nothing can be published.',
  cancellationOf: (version) => `the cancellation of ${version}`,
  archiveLost: (lost) =>
    `The folder upload has what the folder archive lacks: ${list(lost)}. Put the folder archive back from a backup (has it been renamed?). Until then nothing can be published.`,
  archiveDisagrees: (version) =>
    `The folders archive and upload disagree about version ${version}: one of them was edited. Restore that one from a backup. Until then nothing can be published.`,
  releaseAltered: (version) =>
    `The text of version ${version} was changed after it was published. Restore the file from a backup.`,
  publishedAsCorrection: (version) =>
    `Version ${version} was published as a correction, but changes the terms: people are asked again.`,
  uploadStale: () => 'A file in the folder upload differs from what was published. Run ipsm-policy publish.',
  liveAddress: (address) =>
    `“${address}” is not a valid address of a folder on a site. Write one that begins with https:// in the line site of settings.yaml.`,
  liveStatus: (url, status) =>
    `${url} does not open: the site answered ${status}. Copy the folder upload to the site.`,
  liveDiffers: (url) =>
    `${url} differs from what was published. Copy the folder upload to the site again, and change nothing in it.`,
  liveUnreachable: (url, reason) => `${url} does not open: ${reason}. Check the connection and the address.`,
  warningMark: () => 'warning: ',
  questionsHead: () =>
    'Open questions. Until there is an answer, every record of a consent says “not stated”:',
  wordCount: (code, words, limit) =>
    `Words that a person sees at once, ${lang(code)}: ${words}${limit === null ? '' : ` (better no more than ${limit})`}`,
  longestTexts: (code, texts, word, limit) =>
    `Longest texts in ${lang(code)}, in characters (in brackets: better no more than): ${list(texts)}; longest word ${word} (${limit})`,
  canBeFirst: () => 'It can be published as the first version.',
  isPublished: (version) => `There is nothing new: this very text is published as version ${version}.`,
  canBeNewTerms: (fields) =>
    `It can only be published as new terms: everybody is asked again, because this has changed: ${list(fields)}.`,
  canBeCorrection: () => 'It can be published as a correction: nobody is asked again.',
  checked: (problems, warnings, open) =>
    `Errors: ${problems}, warnings: ${warnings}, open questions: ${open}.`,

  oneKind: () => 'Choose one: --correction or --new-terms.',
  kindNeeded: () =>
    'Say what you publish: --correction (nobody is asked again) or --new-terms (everybody is asked again).',
  askKind: () =>
    'What is it? 1: a correction, nobody is asked again. 2: new terms, everybody is asked again.',
  oneOrTwo: () => 'Write 1 or 2.',
  dateNeeded: () => 'Say when it comes into force: --date 2026-12-01 or --date now.',
  askDate: () => 'When does it come into force? Write a date such as 2026-12-01, or “now”.',
  badDate: (text) => `“${text}” is not a valid date. Write: 2026-12-01, 2026-12-01 09:00 or “now”.`,
  pastDate: (text) =>
    `${text}: that time has passed. Choose a date to come; if it is to apply at once, “now”.`,
  sameTime: (version) =>
    `Version ${version} comes into force at that very time. Choose another, or cancel it first: ipsm-policy cancel ${version}`,
  notACorrection: (fields) =>
    `This is not a correction but new terms, because this has changed: ${list(fields)}. Publish it as new terms (--new-terms), or put the earlier text back here.`,
  changesFirst: (langs) =>
    `What changed is not said: ${list(langs.map((code) => `draft/notice.${code}.yaml`))}. Write it in each language in the last part, changes.`,
  onlyLanguage: (changed, left) => `${onlyTexts(changed, left)} Is that intended?`,
  confirmRequired: (ids) =>
    `A purpose that was optional is gone for a required one, or becomes required: ${quoted(ids)}. Is that intended?`,
  operatorFilled: (asked) =>
    `Stated for the first time: ${list(asked)}. Those who agreed before did not know this of the operator. It is better to ask everybody again, and publish this as new terms. Publish it as a correction all the same?`,
  rowCalled: (label) => `the line “${label}”`,
  textsCalled: {brief: 'the short text of the message', title: 'the heading of the summary'},
  partCalled: (id) => `the name of the part “${id}”`,
  fullText: (code) => `the full text (${lang(code)})`,
  sameMeaning: (changed) =>
    `What changed: ${list(changed)}. If the meaning has changed, these are new terms (--new-terms). Is the meaning the same, and only the wording another?`,
  yesNoHint: () => '(yes / no)',
  confirmWith: (flag) => `If that is intended, add ${flag}.`,
  firstIsNew: () => 'Nothing is published yet, so there is nothing to correct. Publish it with --new-terms.',
  spoilt: (version) =>
    `Version ${version} is announced as a correction, and after this it would be new terms. Cancel it first: ipsm-policy cancel ${version}`,
  tooLarge: () =>
    'All versions together are over 2 MB, which pages do not read. Published versions stay in the file, so shorter texts hardly help. Begin a new policy in another folder, under another id (ipsm-policy init), and keep this folder: records of consent refer to it. Everybody is then asked again.',
  nearlyFull: (percent, left) =>
    `All versions together take up ${percent} % of the 2 MB that pages read; versions like the last one that still fit: about ${left}. Collect corrections into one version. When there is no room left, begin a new policy in another folder, under another id; keep this folder. Everybody is then asked again.`,
  previewFirst: () => 'Nobody has looked at this very text yet. Look first: ipsm-policy preview',
  otherVersion: (given, wanted) =>
    `You wrote “${given}”, but the version is called ${wanted}. Nothing has changed.`,
  notConfirmed: (version) =>
    `Nothing is published. To confirm, add at the end of the command: --yes ${version}`,
  notTheVersion: (version) => `The version is not called that. Write ${version}, or stop with Ctrl+C.`,
  differsFrom: (version) => `How it differs from version ${version}:`,
  firstRelease: () => 'This is the first version.',
  whatHappens: ({change, effectiveFrom}: Release, before) =>
    before === undefined
      ? `People who register see this text. ${begins(effectiveFrom)}.`
      : change === 'editorial'
        ? `People see the corrected text; nobody is asked again. ${begins(effectiveFrom)}.`
        : `Everybody who agreed before is asked again and is shown what changed. ${begins(effectiveFrom)}.`,
  typeVersion: (version) =>
    `What is published cannot be taken back. To publish, type the name of the version: ${version}`,
  changedMeanwhile: () =>
    'Somebody has published a new version in the meantime, so this one is not published. Run the command again.',
  uploadFailed: (version, reason) =>
    `Version ${version} is published and in the archive, but the folder upload is not complete (${reason}). Correct the cause and run ipsm-policy publish again.`,
  published: ({version, effectiveFrom}: Release) => `Published: ${version}. ${begins(effectiveFrom)}.`,
  alreadyPublished: (version, folder) =>
    `There is nothing new: this very text is published as version ${version}. The folder ${folder} is in order.`,
  nothingNew: (version, given, announced) =>
    `Not published: this very text is published as version ${version}, and there is nothing new for ${given}.${announced ? ` If the date has to be another one, cancel first: ipsm-policy cancel ${version}` : ''}`,
  uploadNow: (folder, site) =>
    `Now copy the folder ${folder} to the site, whole${site === null ? '' : ` (${site})`}. Until then the site has the old text. Then check: ipsm-policy check --live`,

  uploadFirst: (folder, site, file) =>
    `Now copy the folder ${folder} to the site, whole. ${site === null ? 'Write the address that it has there in the line site of settings.yaml.' : `It is in its place when the file ${file} opens at ${site}${file} (the address of the folder is in settings.yaml).`} Until it is copied, the site has no policy. Then check: ipsm-policy check --live`,
  uploadCancelled: (folder, site, version, from) =>
    `Now copy the folder ${folder} to the site, whole${site === null ? '' : ` (${site})`}. Until it is copied, the site still has the cancelled version ${version}, and there it comes into force (${when(from)}). Then check: ipsm-policy check --live`,
  uploadMended: (folder) => `The folder ${folder} has been completed.`,
  askedAlready: (from) =>
    `It comes into force: ${when(from)}. Until then there is no other version, so the site shows this one and asks for consent as soon as the folder is copied to it. If consent is to be asked only from that date, copy the folder on that day.`,
  cancelFirst: (version) =>
    `The first version, ${version}, is not in force yet. To correct it, cancel it (ipsm-policy cancel ${version}) and publish the draft again.`,
  cancelledLast: (version) => `Version ${version} is cancelled. Now no version is in force.`,
  notPublished: () => 'Not published.',
  idChanged: (now, was) =>
    `id is “${now}”, but the published policy is called “${was}”. Put the earlier name back: records of consent refer to it.`,
  unknownVersion: (version, known) =>
    known.length
      ? `There is no version “${version}”. There are: ${list(known)}.`
      : `There is no version “${version}”: nothing is published yet.`,
  cannotCancel: (version) =>
    `Version ${version} is in force already and cannot be cancelled. Publish a new one.`,
  cancelNotConfirmed: (version) => `Nothing has changed. To confirm, add: --yes ${version}`,
  typeToCancel: (version) =>
    `You are cancelling version ${version}: it will not come into force. To confirm, type its name: ${version}`,
  agreedToCancelled: () =>
    'If anybody has agreed to it already, the records are kept, but they are of consent to a cancelled text. When a new version is published, these people are asked again.',
  cancelled: (version, inForce) => `Version ${version} is cancelled. In force: ${inForce}.`,
  restored: (version, folder) => `The folder ${folder} now has the files of version ${version}.`,
  keptAside: (folder) => `Your earlier draft, which was not published, is kept in the folder “${folder}”.`,
  nothingPublished: () => 'Nothing is published yet.',
  listed: (version, state, change, from) =>
    `${version}: ${({'in-force': `in force${since('since', from)}`, announced: `announced, in force${since('from', from)}`, cancelled: 'cancelled, will not come into force', past: `was in force${since('from', from)}`} as Record<string, string>)[state] ?? state}, ${change === 'first' ? 'the first version' : change === 'editorial' ? 'a correction' : 'new terms'}`,
  noDifference: (a, b) => `There is no difference between ${a} and ${b}.`,
  documentIsThere: () => 'there is a full text',
  sameWords: () => 'only the code of the page has changed, the words are the same',
  exportTitle: (id, version) => `${id}: version ${version} of the policy`,
  inForceFrom: (instant) => `${begins(instant)}.`,
  wasCancelled: (instant) => `Cancelled: ${when(instant)}.`,
  buttons: () => 'Buttons',
  documentsHead: () => 'Full text',
  unsaid: () => 'not stated',
  exported: (file) => `Written: ${file}. It can be opened in a browser and printed.`,
  noFile: (file) => `There is no file ${file}. Check its name and folder.`,
  fileTooLarge: (file) =>
    `The file ${file} is too large to be read at once. Split it into several files, at the end of a line, and name each.`,
  isFolder: (file) => `“${file}” is a folder and not a file. Write the name of a file in it.`,
  noRecords: (file) => `There is no record in the file ${file}.`,
  // The verifier says it in English, and more exactly.
  badRecord: {},
  verified: (good, wrong) => `Good records: ${good}; wrong: ${wrong}.`,
  addressFirst: () =>
    'Write the address that the folder upload has on the site in the line site of settings.yaml.',
  noSuchLanguage: (code, known) => `There is no text in “${code}”. There are: ${list(known)}.`,
  nameNeeded: () => 'The field of the form needs a name. Write it: --name consent',
  nameTaken: (name, purposes) =>
    `The boxes of the optional purposes are called ${list(purposes)}, so the box of the consent cannot be called “${name}”. Give it another name: --name consent`,
  unknownScript: (file) =>
    `The package has no script file “${file}”, so the code lacks the attribute integrity, with which a browser notices a file that was changed. Leave the file the name that it has in the folder dist/cdn of the package ipsm-consent, or let the developer of the site add the attribute.`,
  scriptFiles: (files) =>
    `The files ${list(files)} are in the folder dist/cdn of the package ipsm-consent. Copy them beside the page, or give an address: --script https://…/ipsm-consent.min.js`,
  stylesHash: (hash) =>
    `The styles are in the page itself. If the site sends a Content-Security-Policy, add to its style-src: 'sha256-${hash}'`,

  threeAnswers: () =>
    'Each question has three answers: the answer itself; “no”; “don’t know” (you fill it in later). An empty line does not mean “no”.',
  questionOf: (number, all) => `Question ${number} of ${all}.`,
  answersFound: (file) =>
    `The answers that were given before are taken from the file ${file}. Only the questions without one are asked.`,
  answersKept: (file, folder, command) =>
    `Stopped. The answers are saved (${file}). To go on, run this in the same folder (${folder}): ${command}`,
  answersMissing: (flags) =>
    `These questions have no answer: ${list(flags)}. Run it in a terminal, add the answers (such as --bin "don’t know"), or give a file: --answers answers.yaml`,
  badDocumentFlag: (given) =>
    `--document "${given}": write language and file, for example: --document en=policy.txt`,
  askDocument: (code) =>
    `In which file is the approved text (${lang(code)})? Write the name of the file (.txt or .html), or “don’t know”.`,
  folderExists: () => 'There is a policy in this folder already. Begin in another, empty folder.',
  fileExists: (file) => `There is a file ${file} already, and nothing is written over it. Move it elsewhere.`,
  wrote: () => 'Written:',
  afterInit: () =>
    'Now open the notice files in the folder draft and write your own text where the mark [EXAMPLE] stands (in the other languages [ҮЛГІ] and [ПРИМЕР]). Then: ipsm-policy check',
  noFolder: (folder) =>
    `There is no policy in the folder “${folder}”. Go to the folder of the policy, or begin a new one: ipsm-policy init`,
  badSetting: (name, value, line) =>
    `settings.yaml${line === null ? '' : `, line ${line}`}: ${name} is “${value}”, which is not valid. Correct this line.`,
  interrupted: () => 'Stopped. Nothing is written.',
  disk: (code, path) =>
    code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG'
      ? `There is no room on the disk (${path}). Make room and run the command again. What is published is unharmed.`
      : `A file cannot be written or read (${path}, ${code}). Check that you may use the folder, and that no other program has the file open. What is published is unharmed.`,
  usage: {
    unknownCommand: (name) => `There is no command “${name}”. List: ipsm-policy --help`,
    unknownOption: (name) => `“${name}” is not understood. Help: ipsm-policy --help`,
    missingArgument: (name) => `Missing: ${name}. Help: ipsm-policy --help`,
    missingValue: (name) => `${name} needs a value. Help: ipsm-policy --help`,
    longDash: (given, option) => `“${given}” begins with a long dash. Put two hyphens there: ${option}`,
    tooMany: () => 'Unexpected word. Help: ipsm-policy --help',
    noCommand: () => 'Name a command. List: ipsm-policy --help',
    badLang: (code) => `There is no language “${code}”. Write kk, ru or en.`,
    badPort: (port) => `“${port}” is not a valid port number.`,
  },
  help: {
    help: 'show this help',
    version: 'show the version of the program',
    otherwise: 'if not given',
    args: {
      options: 'options',
      command: 'command',
      version: 'version',
      file: 'file',
      lang: 'lang',
      name: 'name',
      address: 'url',
      number: 'number',
      date: 'date',
    },
    titles: {
      'Usage:': 'Usage:',
      'Options:': 'Options:',
      'Commands:': 'Commands:',
      'Arguments:': 'Arguments:',
    },
    program: 'Writes, shows, publishes and corrects a policy.',
    init: 'a new folder: ask the questions and write a first draft',
    check: 'all errors and open questions in the draft; checks what is published',
    preview: 'show the draft in a browser as people will see it',
    publish: 'publish the draft',
    cancel: 'cancel an announced version that is not in force yet',
    show: 'the published versions',
    diff: 'how two versions differ (the draft: draft)',
    html: 'code for a page of the site',
    verify: 'check records of consent (a file with one record a line, or the table that the ledger exports)',
    export: 'write a version as a document to read',
    restore: 'make the draft anew from a published version',
    lang: 'language of the messages: kk, ru, en',
    json: 'print the result as JSON, for programs',
    answers: 'a file of answers (like answers.yaml)',
    document: 'the approved text, such as en=policy.txt (repeatable)',
    id: 'technical name of the policy; never changed afterwards',
    site: 'address of the folder upload on the site',
    answer: 'answer to the question',
    live: 'compare the site with what is published (needs the network)',
    port: 'number of the port',
    noOpen: 'do not open a browser',
    correction: 'a correction: nobody is asked again',
    newTerms: 'new terms: everybody is asked again',
    date: 'when it comes into force: 2026-12-01 or now',
    yes: 'confirmation: the name of the version',
    oneLanguage: 'confirm that not every language has changed',
    nowRequired: 'confirm that an optional purpose became required',
    sameConsents:
      'confirm that nobody is asked, though something about the operator is stated for the first time',
    sameMeaning: 'confirm that a line, the short text or the full text means what it meant',
    without: 'confirm that a language of the last version is left out, such as en',
    language: 'language of the page',
    fieldName: 'name of the field of the form',
    inline: 'put the policy into the page itself',
    inlineStyles: 'put the styles into the page as well: the text is there one request sooner',
    script: 'address of the script file',
  },

  preview: {
    title: 'Preview',
    ready: (url) => `Open in a browser: ${url}\nWhen you save a file, the page follows. To stop: Ctrl+C`,
    noElements: (folder) =>
      `The part that shows the draft is missing (${folder}). Install the package ipsm-consent again.`,
    portTaken: (port) => `Port ${port} is taken. Choose another: --port`,
    form: 'Registration form',
    representative: 'Registration form, where a representative agrees',
    banner: 'Message (on pages without a form)',
    status: 'Page about the consent, and confirmation',
    changed: 'What a person who agreed before sees: what changed',
    sentence: 'The sentence beside the box:',
    whole: 'All of the message:',
    difference: (version) => `How it differs from version ${version}`,
    noDifference: 'There is no difference.',
    where: 'Where',
    before: 'Before',
    after: 'Now',
    phone: 'Phone',
    desktop: 'Computer',
    print: 'Print or PDF',
    layers: 'Open “More”',
    faults: 'Errors and warnings',
    open: 'Open questions',
    none: 'None.',
    words: 'How long the texts are',
    seen: 'This text has been shown: it can be published now.',
    drawing: 'Preparing the preview…',
    mendFirst:
      'Correct the errors first: until then this cannot be published. When you save a file, the page follows.',
    failed: 'The draft could not be shown, so it cannot be published. Reason:',
    gone: 'The preview has ended. Run the command again.',
    draftOnly: 'This is a draft that only this computer sees. It is not legal advice.',
  },
  page: {
    heading: 'Registration',
    surname: 'Surname',
    given: 'First name',
    email: 'E-mail',
    send: 'Send',
    site: 'A page of the site',
    filler: 'The site’s own text stands here.',
  },
  notes: {
    file: 'The text that a person sees before agreeing. Lines that begin with # are remarks; nobody sees them.\nDo not change the names (question, text …). Begin a text on the line after the sign |; leave as many spaces before each of its lines as the example has.\nWhere a text begins with [EXAMPLE], [ҮЛГІ] or [ПРИМЕР], write your own.',
    question: 'The question. On pages without a form it is the heading of the message.',
    brief: 'One or two sentences in that message.',
    title: 'Heading of the short summary in the form.',
    points:
      'Lines that are seen at once, better no more than eight. label is the name, text its content, clauses the clauses of the policy (empty where there are none).\nThe lines term, public, abroad have to agree with the answers in answers.yaml.',
    details: 'Lines that are seen after pressing “More”.',
    clauseNames: 'Names of parts without a number.',
    agree: 'The sentence beside the box: what a person agrees to is this.',
    agreeFor:
      'The sentence that a representative of another person agrees to. Leave it empty if it is not needed.',
    accept: 'What the two buttons say.',
    purposes: 'Sentences of the optional purposes: each has a box of its own.',
    changes:
      'What changed in this version: one line for each change (begin it with “- ”). People who agreed before see it. Empty in the first version.',
    answers:
      'The operator’s answers. Write the answer to each question, “no” or “don’t know”; none may be left empty.',
    id: 'Technical name of the policy. Do not change it after the first publishing.',
    country: 'Code of the country.',
    time: 'Time zone: dates change by it.',
    site: 'The address that the folder upload has on the site.',
  },
};
