import {nameBeside} from '../core/index.js';
import {refuse} from './refusal.js';

/** The fields of a posted form. */
export type PostedFields = FormData | URLSearchParams | Readonly<Record<string, unknown>> | null | undefined;

/** What a fallback says that was ticked. */
export interface PostedNotice {
  version: string;
  lang: string;
  sha256: string;
}

const PARTS = /^([A-Za-z0-9][A-Za-z0-9._-]{0,63}) ([a-z]{2,3}) ([0-9a-f]{64})$/;

const hasAll = (fields: PostedFields): fields is FormData | URLSearchParams =>
  typeof fields?.getAll === 'function';

const ownIn = (fields: unknown, name: string): unknown =>
  fields && typeof fields === 'object' && Object.hasOwn(fields, name)
    ? (fields as Record<string, unknown>)[name]
    : undefined;

/**
 * All values of a field: a browser sends one for each control. Of a body whose parser has made objects of the brackets in
 * `user[consent]`, those in the objects.
 */
export function valuesOf(fields: PostedFields, name: string): unknown[] {
  if (hasAll(fields)) return fields.getAll(name);
  const value =
    ownIn(fields, name) ??
    name
      .split(/[[\]]+/)
      .filter(Boolean)
      .reduce<unknown>(ownIn, fields);
  return Array.isArray(value) ? (value as unknown[]) : value == null ? [] : [value];
}

/** What a ticked box sends, which has no value of its own, and what pages and scripts send that mean the same. */
const TICK = /^(on|1|true|yes)$/i;

/**
 * Whether a box was ticked. An unticked one sends nothing; pages that send "0", "false" or an empty field for it mean no, and what
 * is not plainly a yes is none.
 */
export const isTicked = (fields: PostedFields, name: string): boolean =>
  valuesOf(fields, name).some((value) => value === true || (typeof value === 'string' && TICK.test(value)));

/**
 * Reads what the fallback of a box sends (docs/format.md, section 8).
 * @throws {RefusedError}
 */
export function postedNotice(fields: PostedFields, name: string): PostedNotice {
  // The notice is in the form whether the box is ticked or not.
  if (!isTicked(fields, name)) {
    refuse(
      'missing',
      '',
      `The form sent no "${name}" that is "on": the box was not ticked. Ask for the tick.`,
    );
  }
  const field = nameBeside(name, '-notice');
  const [value, ...more] = valuesOf(fields, field);
  if (value === undefined) {
    refuse(
      'missing',
      '',
      `The form sent no "${field}". Print the fallback as ipsm-policy html does; for a box with record-name give recordName.`,
    );
  }
  if (typeof value !== 'string' || more.length) {
    refuse('type', '', `"${field}" is not one text. Post the field as it is, and once.`);
  }
  const [, version, lang, sha256] = PARTS.exec(value) ?? [];
  if (!version || !lang || !sha256) {
    refuse('value', '', `"${field}" is not "<version> <lang> <sha256>". Post the field as it is.`);
  }
  return {version, lang, sha256};
}
