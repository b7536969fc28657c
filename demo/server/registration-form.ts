import {tokenIn} from './qa-settings.js';
import type {StoredFile} from './registration.js';

/** What a registration form asks for. */
export interface FormKind {
  /** Where it is posted, relative to the demo's root. */
  action: string;
  /** The page to return to, relative to `action`. */
  page: string;
  fields: readonly string[];
  /** Those of the fields that may stay empty. */
  optional: readonly string[];
  /** How its page sends it. */
  contentTypes: readonly string[];
}

/** The registration as ipsm.kz would have it. */
export const FULL_FORM: FormKind = {
  action: '/register',
  page: './',
  fields: ['surname', 'given', 'patronymic', 'email', 'phone'],
  optional: ['patronymic'],
  contentTypes: ['multipart/form-data'],
};

/** The form of `plain.html`, sent as a browser sends a form that says nothing about it. */
export const PLAIN_FORM: FormKind = {
  action: '/plain-register',
  page: 'plain.html',
  fields: ['name', 'email'],
  optional: [],
  contentTypes: ['application/x-www-form-urlencoded', 'multipart/form-data'],
};

/** One entry of the body, in the order in which it came. */
export type Part =
  {name: string; value: string} | {name: string; filename: string; type: string; size: number};

/** What arrived, before anything is believed. */
export interface Received {
  fields: Record<string, string>;
  files: StoredFile[];
  /** Every `consent-record` entry that is text. */
  records: string[];
  lang: string | undefined;
  /** A tester's token. */
  qa: string | undefined;
  parts: Part[];
}

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim().normalize('NFC') : '';
};

export function readForm(kind: FormKind, form: FormData): Received {
  const parts = [...form].map(([name, value]): Part =>
    typeof value === 'string'
      ? {name, value}
      : {name, filename: value.name, type: value.type, size: value.size},
  );
  return {
    fields: Object.fromEntries(kind.fields.map((name) => [name, textOf(form, name)])),
    // A file field left empty sends one nameless file of no bytes.
    files: parts.flatMap((part) =>
      'filename' in part && part.name === 'documents' && (part.filename || part.size)
        ? [{name: part.filename, type: part.type, size: part.size}]
        : [],
    ),
    records: form
      .getAll('consent-record')
      .filter((value): value is string => typeof value === 'string' && value !== ''),
    lang: textOf(form, 'lang') || undefined,
    qa: tokenIn(textOf(form, 'qa')),
    parts,
  };
}

function faultOf(kind: FormKind, path: string, value: string): 'field-missing' | 'field-invalid' | undefined {
  if (!value) return kind.optional.includes(path) ? undefined : 'field-missing';
  const wrong =
    value.length > 254 ||
    /\p{Cc}/u.test(value) ||
    (path === 'email' && !/^[^\s@]+@[^\s@]+$/.test(value)) ||
    (path === 'phone' && !/^\+7(?:[\s()-]*\d){10}$/.test(value));
  return wrong ? 'field-invalid' : undefined;
}

/** The fields that are empty, and those that cannot be what they should. */
export function faultyFields(kind: FormKind, fields: Received['fields']): {code: string; path: string}[] {
  return kind.fields.flatMap((path) => {
    const code = faultOf(kind, path, fields[path] ?? '');
    return code ? [{code, path}] : [];
  });
}
