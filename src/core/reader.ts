import {ReadError, type ReadErrorCode} from './errors.js';
import {own} from './own.js';

/** Checks a value of unknown origin and returns it typed, or throws a {@link ReadError} that names the path. */
export type Reader<T> = (value: unknown, path: string) => T;

/** What a reader gives. */
export type Read<R> = R extends Reader<infer T> ? T : never;

type Fields = Record<string, Reader<unknown>>;
type MayBeAbsent<R> = undefined extends Read<R> ? true : false;

/** The object that readers by field give: a field whose reader takes `undefined` may be absent. */
export type Shape<F extends Fields> = {
  [K in keyof F as MayBeAbsent<F[K]> extends true ? never : K]: Read<F[K]>;
} & {[K in keyof F as MayBeAbsent<F[K]> extends true ? K : never]?: Exclude<Read<F[K]>, undefined>};

/** A value for a message. Of a list or an object only its kind: written out, deep nesting would overflow the stack. */
export function inWords(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (value && typeof value === 'object') return 'an object';
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- lists and objects have returned above; what is left has a text of its own, and the rule cannot see that in `unknown`
  return (typeof value === 'string' ? JSON.stringify(value) : String(value)).slice(0, 60);
}

/** Throws: at this path something else was expected. */
export function refuse(path: string, expected: string, value: unknown, code: ReadErrorCode = 'type'): never {
  throw new ReadError(code, path, `${path || 'The input'}: expected ${expected}, found ${inWords(value)}.`);
}

/**
 * A string in NFC. Marks in a row cost time by the square of their number: 32,000, in a record of 64 kB, two seconds. No
 * script has more than a few; 30 are the limit of Unicode's stream-safe format.
 */
const composed = (value: string, path: string): string =>
  /\p{M}{31}/u.test(value)
    ? refuse(path, 'at most 30 combining marks in a row', value, 'value')
    : value.normalize();

/** A string with something in it, in NFC. A lone surrogate has no UTF-8 bytes, so no digest could name it. */
export const text: Reader<string> = (value, path) => {
  if (typeof value !== 'string' || !/\S/.test(value))
    return refuse(path, 'a string that is not empty', value);
  if (/\p{Cs}/u.test(value)) return refuse(path, 'a string without lone surrogates', value, 'value');
  return composed(value, path);
};

/** `true` or `false`. */
export const flag: Reader<boolean> = (value, path) =>
  typeof value === 'boolean' ? value : refuse(path, 'true or false', value);

/**
 * A string that the pattern matches.
 * @param isSuch what no pattern can say, such as that the calendar has the day
 */
export const matching =
  (pattern: RegExp, expected: string, isSuch: (text: string) => boolean = () => true): Reader<string> =>
  (value, path) => {
    if (typeof value !== 'string') return refuse(path, expected, value);
    const read = composed(value, path);
    return pattern.test(read) && isSuch(read) ? read : refuse(path, expected, value, 'value');
  };

/** One of these values, and no other. */
export const oneOf = <T extends string>(...values: T[]): Reader<T> =>
  matching(/./, values.join(' or '), (value) => values.includes(value as T)) as Reader<T>;

/** A whole number, 0 or more, with room for the next one. */
export const whole: Reader<number> = (value, path) =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) < Number.MAX_SAFE_INTEGER
    ? (value as number)
    : refuse(path, 'a whole number', value);

/** `null`, or what the reader takes. */
export const orNull =
  <T>(read: Reader<T>): Reader<T | null> =>
  (value, path) =>
    value === null ? null : read(value, path);

/** Absent, or what the reader takes. */
export const optional =
  <T>(read: Reader<T>): Reader<T | undefined> =>
  (value, path) =>
    value === undefined ? undefined : read(value, path);

/** An array, each entry read by the same reader. */
export const list =
  <T>(read: Reader<T>, min = 0): Reader<T[]> =>
  (value, path) => {
    if (!Array.isArray(value) || value.length < min)
      return refuse(path, min ? 'a list with entries' : 'a list', value);
    const result: T[] = [];
    // Not Array.from: old libraries have put one of their own there, which reads nothing.
    for (let i = 0; i < value.length; i++) result[i] = read(value[i], `${path}[${i}]`);
    return result;
  };

const plain = (value: unknown, path: string): Record<string, unknown> =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : refuse(path, 'an object', value);

const under = (path: string, key: string) => (path ? `${path}.${key}` : key);

/** An object with these fields. Others are left out of the result: nothing later can trip over them. */
export const shape =
  <F extends Fields>(fields: F): Reader<Shape<F>> =>
  (value, path) => {
    const from = plain(value, path);
    const result: Record<string, unknown> = {};
    // Not for…in: a page may have put something into Object.prototype.
    for (const key of Object.keys(fields)) {
      const read = fields[key]!(own(from, key), under(path, key));
      if (read !== undefined) result[key] = read;
    }
    return result as Shape<F>;
  };

/**
 * An object used as a map, read in the order of its keys: objects of other languages have others.
 * @param keys what keys are like
 * @param isStrict whether another key is refused; else it is left out
 */
export const mapOf =
  <T>(read: Reader<T>, keys: RegExp, isStrict: boolean): Reader<Record<string, T>> =>
  (value, path) => {
    const from = plain(value, path);
    const result: Record<string, T> = {};
    for (const key of Object.keys(from).sort()) {
      const at = under(path, key);
      if (keys.test(key)) result[key] = read(from[key], at);
      else if (isStrict) refuse(at, 'an id: a-z, 0-9, "-"', key, 'value');
    }
    return result;
  };
