import {quote} from '../refusal.js';

/** Whether Postgres can hold it as it is: with another character in their place, NUL and half a pair name somebody else. */
const isReference = (subject: unknown): subject is string =>
  typeof subject === 'string' && subject.trim() !== '' && !subject.includes('\0') && !/\p{Cs}/u.test(subject);

/** @throws {TypeError} for what names nobody */
export function referenceOf(subject: unknown): string {
  if (isReference(subject)) return subject;
  throw new TypeError(
    `"subject" is ${quote(subject)}. Set it to the reference of a person, not empty and without NUL.`,
  );
}

/** Who is signed in; nobody, where the ledger can have no such person. */
export const signedInOf = (subject: unknown): string | undefined =>
  subject === undefined || subject === null || (typeof subject === 'string' && !isReference(subject))
    ? undefined
    : referenceOf(subject);

/** @throws {TypeError} for what would take everybody for one person */
export function checkKey(key: unknown): void {
  if (typeof key === 'string' && key !== '') return;
  throw new TypeError(`"key" is ${quote(key)}. Set it to what tells people apart, such as keyOf(fields).`);
}

/** @throws {TypeError} for no time */
export function checkTime(name: string, time: unknown): void {
  if (time instanceof Date && !Number.isNaN(time.getTime())) return;
  throw new TypeError(`"${name}" is ${String(time)}. Set it to a valid Date.`);
}
