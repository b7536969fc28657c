import type {Words} from './words-kk.js';

/** What the server says, in English. */
export const en: Words = {
  acceptedTitle: 'Registration accepted',
  accepted: 'The server received the details and the consent record and checked them.',
  inLedger: 'See it in the ledger',
  refusedTitle: 'Registration was not accepted',
  refused: 'The server has stored nothing. Correct the following and send again.',
  backKeeps: 'To keep what you entered, press the browser’s Back button.',
  back: 'Back to the registration form',
  notFound: 'There is no such page.',

  receivedAt: 'Received at',
  fields: 'Details',
  files: 'Files',
  record: 'Consent record',
  parts: 'Parts of the request, as the server saw them',
  warnings: 'Warnings',
  errors: 'Errors (for QA)',
  field: 'Field',
  value: 'Value',
  file: 'File',
  type: 'Type',
  size: 'Size, bytes',
  code: 'Code',
  place: 'Place',
  detail: 'Explanation',
  none: 'none',

  surname: 'Surname',
  given: 'First name',
  patronymic: 'Patronymic',
  name: 'Surname and first name',
  email: 'E-mail',
  phone: 'Phone number',

  fieldMissing: (label) => `The field “${label}” is empty. Fill it in.`,
  fieldInvalid: (label) => `The field “${label}” is not filled in correctly. See the example beside it.`,
  recordMissing:
    'No consent record was received: the consent box was not ticked, or JavaScript did not run on the page (the page makes the record). If you agree, turn JavaScript on, tick the box and send again. If that does not work, write to hello@ipsm.kz.',
  notCurrent:
    'Another version of the policy is in force, so this consent does not fit. Look at the summary of the version in force and, if you agree, tick the box again. If the page does not show the new version, write to hello@ipsm.kz.',
  notByPerson:
    'A program ticked the consent box, not a person. If you agree, tick the box yourself (untick it first if it is ticked) and send again.',
  noDigest:
    'The page was opened without a secure connection (http), so the text you agreed to cannot be checked. Open it by https and tick the box again.',
  replayed:
    'A consent record with this number has come before with other content. If the box is ticked, untick it. Then tick it again and send again.',
  recordRefused:
    'The consent record did not pass the check. Reload the page, tick the box again and send again. If it happens again, write to hello@ipsm.kz.',
  failed: 'The server failed; the registration was not stored. Wait a moment and send again.',
  tooLarge: 'What was sent is larger than 20\u00A0MB. Make the files smaller and send again.',
  wrongType: 'The form was sent in a way the server does not read. Send it from the registration page.',
  unreadable: 'What was sent could not be read. Send it again.',

  ledger: {
    title: 'Ledger of consents',
    languages: 'Language of the page',
    intro:
      'Who agreed to which text, and when. Each time the page is shown, each record is checked again against the manifest that it was received under.',
    demoNote:
      'This is a demo with test data. A real ledger holds personal data: only people who are entitled to it may have access.',
    locked:
      'The ledger opens with a password: the terminal shows it where the demo was started, or LEDGER_PASSWORD sets it. Any name will do.',
    place: {
      memory: 'The database is in memory: it ends when the server is stopped.',
      folder: 'The database is PGlite, in the project’s folder .data.',
      server: 'The database is the Postgres server named in DATABASE_URL.',
    },
    count: (count) => `Decisions: ${count}`,
    empty: 'There are no decisions here yet.',
    one: 'Only one record is shown.',
    all: 'All decisions',
    search: 'Search: name, record ID or subject reference',
    filters: 'Search and filters',
    any: 'all',
    from: 'From this date',
    to: 'To this date (inclusive)',
    apply: 'Show',
    reset: 'Clear the filters',
    none: 'No decision matches these filters.',
    who: 'Who',
    what: 'Decision',
    check: 'Check',
    good: 'checked',
    bad: 'may have been altered',
    jsonl: 'Download as JSON Lines',
    csv: 'Download as CSV',
    older: 'Older decisions',
    newest: 'Newest decisions',
    toForm: 'Registration page',

    state: {
      given: 'Agreed',
      declined: 'Declined',
      withdrawn: 'Withdrawal notice recorded',
      partly: 'Withdrawal notice recorded, for a part',
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
      'form-fallback': 'tick in the form, before its script or without it',
      'banner-button': 'button of the banner',
      'status-button': 'button under “Your consent”',
      script: 'a program',
    },
    by: 'Decided by',
    representative: 'a representative',
    subject: 'Subject reference',
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
  },
};
