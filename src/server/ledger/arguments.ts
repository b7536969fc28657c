import {quote} from '../refusal.js';

/** Whether Postgres can hold it as it is: with another character in their place, NUL and half a pair name somebody else. */
const isReference = (subject: unknown): subject is string =>
  typeof subject === 'string' && subject.trim() !== '' && !subject.includes('\0') && !/\p{Cs}/u.test(subject);

/**
 * The reference of a person.
 * @throws {TypeError} for what names nobody
 */
export function referenceOf(subject: unknown): string {
  if (isReference(subject)) return subject;
  throw new TypeError(
    `"subject" is ${quote(subject)}. Set it to the reference of a person: a text with something in it, and without NUL.`,
  );
}

/** Who is signed in where a decision comes by itself; nobody, where the ledger has no such person: it keeps the decision. */
export const signedInOf = (subject: unknown): string | undefined =>
  subject === undefined || subject === null || (typeof subject === 'string' && !isReference(subject))
    ? undefined
    : referenceOf(subject);

/** @throws {TypeError} for a key that would take everybody for the same person */
export function checkKey(key: unknown): void {
  if (typeof key === 'string' && key !== '') return;
  throw new TypeError(
    `"key" is ${quote(key)}. Set it to what tells one person's fields from another's, such as keyOf(fields).`,
  );
}

/** @throws {TypeError} for a border of a period that is none */
export function checkTime(name: string, time: unknown): void {
  if (time instanceof Date && !Number.isNaN(time.getTime())) return;
  throw new TypeError(`"${name}" is ${String(time)}. Set it to a valid Date.`);
}
