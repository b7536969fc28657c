import type {Messages} from './messages-kk.js';

/** What the server says to a person, in English. */
export const en: Messages = {
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
  recordRepeated:
    'Several consent records came, and one is needed. Reload the page, tick the box again and send again.',
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
};
