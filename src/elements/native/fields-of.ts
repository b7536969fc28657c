import {member} from './member.js';

/** The listed elements of a form. By number: a polyfill of scoped registries has a list that cannot be iterated. */
export function fieldsOf(form: HTMLFormElement): Element[] {
  const elements = member(form, 'elements');
  const fields: Element[] = [];
  for (let i = 0; i < elements.length; i++) fields.push(elements[i]!);
  return fields;
}
