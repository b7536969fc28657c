import {LANGUAGE_EVENT} from './language.js';
import {word, type Word} from './words.js';

const MAX_BYTES = 20 * 1024 * 1024;

type Field = HTMLInputElement;

function complaint(field: Field): Word | undefined {
  const {validity} = field;
  if (validity.valueMissing) return 'valueMissing';
  if (validity.typeMismatch) return 'emailMismatch';
  if (validity.patternMismatch) return 'phoneMismatch';
  if (validity.customError) return 'documentsTooLarge';
  return undefined;
}

function show(field: Field, key: Word | undefined): void {
  const line = document.getElementById(`${field.id}-error`);
  if (!line) return;
  line.textContent = key ? word(key) : '';
  line.hidden = !key;
  if (key) field.setAttribute('aria-invalid', 'true');
  else field.removeAttribute('aria-invalid');
}

function weigh(field: Field): void {
  const bytes = [...(field.files ?? [])].reduce((sum, file) => sum + file.size, 0);
  // The server refuses more anyway; here it costs nobody an upload.
  field.setCustomValidity(bytes > MAX_BYTES ? word('documentsTooLarge') : '');
}

/** The browser's own bubbles speak the browser's language: these lines say the same in the page's. */
export function explainFields(form: HTMLFormElement): void {
  const fields = [...form.querySelectorAll<Field>('.field input')];
  for (const field of fields) {
    field.addEventListener('invalid', () => show(field, complaint(field)));
    field.addEventListener('input', () => {
      if (field.type === 'file') weigh(field);
      if (field.validity.valid) show(field, undefined);
    });
  }
  document.addEventListener(LANGUAGE_EVENT, () => {
    for (const field of fields) if (field.hasAttribute('aria-invalid')) show(field, complaint(field));
  });
}
