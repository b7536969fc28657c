import type {LedgerWords} from './ledger-words-kk.js';

/** What the ledger says, in English. */
export const en: LedgerWords = {
  title: 'Ledger of consents',
  languages: 'Language of the page',
  intro:
    'Who agreed to which text, and when. Each time the page is shown, each record is checked again against the manifest that it was received under.',
  demoNote:
    'This is a demo with test data. A real ledger holds personal data: only people who are entitled to it may have access.',
  place: {
    memory: 'The database is in memory: it ends when the server is stopped.',
    folder: 'The database is PGlite, in the project’s folder .data.',
    server: 'The database is the Postgres server named in DATABASE_URL.',
  },
  count: (count) => `Decisions: ${count}`,
  empty: 'There are no decisions here yet.',
  one: 'Only one record is shown.',
  ofSubject: (ref) => `By subject reference: ${ref}`,
  all: 'All decisions',
  older: 'Older decisions',
  newest: 'Newest decisions',
  toForm: 'Registration page',

  state: {
    given: 'Agreed',
    declined: 'Declined',
    withdrawn: 'Withdrawal requested',
    partly: 'Withdrawal requested in part',
    unreadable: 'The record cannot be read',
  },
  nobody: 'No name given',
  checked: (version) => `Checked: the record matches version ${version} of the policy word for word.`,
  altered: 'The check failed: the data in the ledger may have been altered.',

  received: 'Received (server’s clock)',
  acted: 'Time of the act (device’s clock)',
  version: 'Version of the policy',
  document: 'Full text of the policy',
  lang: 'Language of the text',
  langs: {kk: 'Kazakh', ru: 'Russian', en: 'English'},
  method: 'Method',
  methods: {
    'form-checkbox': 'tick in the form',
    'form-fallback': 'tick in the form, without script',
    'banner-button': 'button of the banner',
    'status-button': 'button under “Your consent”',
    script: 'a program',
  },
  by: 'Decided by',
  representative: 'a representative',
  subject: 'Subject reference',
  surname: 'Surname',
  given: 'First name',
  patronymic: 'Patronymic',
  name: 'Surname and first name',
  email: 'E-mail',
  phone: 'Phone number',
  files: 'Files (the files themselves are not kept)',
  recordId: 'Record ID',
  prev: 'Previous decision',
  prevUnknown: 'not in the ledger',
  prevOther: 'that record has other content',
  next: 'Next decision',

  clock: (difference, isAhead) =>
    isAhead
      ? `The device’s clock was ${difference} ahead of the server’s.`
      : `By the device’s clock the act was ${difference} before it was received: the clock is slow, or the record was sent late.`,
  noDigest:
    'The record has no digest of the text shown: the page was opened without a secure connection (http).',
  units: {day: 'd', hour: 'h', minute: 'min'},

  purposes: 'Purposes',
  decision: {given: 'consent given', declined: 'no consent', 'not-asked': 'not asked'},
  words: 'Text shown',
  wordsNote: 'The explanations of the points (“More”) were one press away.',
  noWords: 'The text that this record is about was not found.',
  agree: 'Sentence of consent',
  gaps: 'What is not stated',
  claimed: 'Known from the device alone, with nothing to confirm it:',
  json: 'Record (JSON)',
};
