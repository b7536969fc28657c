import type {Messages} from './messages.js';

/** A reason to refuse: the code and path are for programs, the message for the person, the detail for QA. */
export interface Refusal {
  code: string;
  path: string;
  message: string;
  detail?: string;
}

/** A reason before it is put into words. */
export interface Reason {
  code: string;
  path: string;
  detail?: string;
}

const isLabel = (path: string): path is 'surname' | 'given' | 'patronymic' | 'name' | 'email' | 'phone' =>
  ['surname', 'given', 'patronymic', 'name', 'email', 'phone'].includes(path);

function sentence({code, path}: Reason, say: Messages): string {
  const label = isLabel(path) ? say[path] : path;
  switch (code) {
    case 'field-missing':
      return say.fieldMissing(label);
    case 'field-invalid':
      return say.fieldInvalid(label);
    case 'record-missing':
      return say.recordMissing;
    case 'record-repeated':
      return say.recordRepeated;
    case 'not-current':
    case 'unknown-version':
      return say.notCurrent;
    case 'by-script':
      return say.notByPerson;
    case 'no-digest':
      return say.noDigest;
    case 'replayed':
      return say.replayed;
    case 'body-too-large':
      return say.tooLarge;
    case 'body-type':
      return say.wrongType;
    case 'body-unreadable':
      return say.unreadable;
    default:
      // The other codes of the verifier tell a developer what is forged or broken; a person can only start afresh.
      return say.recordRefused;
  }
}

export const inWords = (reason: Reason, say: Messages): Refusal => ({
  ...reason,
  message: sentence(reason, say),
});
