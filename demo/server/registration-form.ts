import {tokenIn} from './qa-desk.js';

/** A file as the registration keeps it. The demo looks at no scan and keeps none: only what tells them apart. */
export interface StoredFile {
  name: string;
  type: string;
  size: number;
}

/** What a registration form asks for. */
export interface FormKind {
  /** Where it is posted, relative to the demo's root. */
  action: string;
  /** The page to return to, relative to `action`. */
  page: string;
  fields: readonly string[];
  /** Those of the fields that may stay empty. */
  optional: readonly string[];
  /** Those of the fields that hold the full name. */
  name: readonly string[];
  /** Field of each box for a purpose that the form can do without, by the purpose's id. */
  purposes: Record<string, string>;
  /** How its page sends it. */
  contentTypes: readonly string[];
}

/** The registration as ipsm.kz would have it. */
export const FULL_FORM: FormKind = {
  action: '/register',
  page: './',
  fields: ['surname', 'given', 'patronymic', 'email', 'phone'],
  optional: ['patronymic'],
  name: ['surname', 'given', 'patronymic'],
  purposes: {ads: 'ads', research: 'research'},
  contentTypes: ['multipart/form-data'],
};

/** The form of `plain.html`, sent as a browser sends a form that says nothing about it. */
export const PLAIN_FORM: FormKind = {
  action: '/plain-register',
  page: 'plain.html',
  fields: ['name', 'email'],
  optional: [],
  name: ['name'],
  purposes: {},
  contentTypes: ['application/x-www-form-urlencoded', 'multipart/form-data'],
};

/** One entry of the body, in the order in which it came. */
export type Part =
  {name: string; value: string} | {name: string; filename: string; type: string; size: number};

/** What arrived, before anything is believed. */
export interface Received {
  fields: Record<string, string>;
  files: StoredFile[];
  /** The `consent-record` that came, if it is one text. */
  record: string | undefined;
  lang: string | undefined;
  /** A tester's token. */
  qa: string | undefined;
  parts: Part[];
}

const MAX_BYTES = 20 * 1024 * 1024;
/** A form without files: what is longer was not typed. */
const MAX_TEXT_BYTES = 256 * 1024;
const MAX_PARTS = 100;

/** The media type of a request. */
export const typeOf = (request: Request): string =>
  request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase() ?? '';

/** What each part of a body has, in whatever letters and with whatever white space a reader of it lets pass. */
const PART = {text: /&/g, multipart: /\r\n[ \t]*content-disposition[ \t]*:/gi};

/** Whether bytes match more often than that; looks no further than it has to. */
function hasMoreThan(bytes: Buffer, mark: RegExp, most: number): boolean {
  const text = bytes.toString('latin1');
  const next = new RegExp(mark);
  for (let n = 0; n <= most; n++) if (!next.test(text)) return false;
  return true;
}

async function bytesOf(request: Request, most: number): Promise<Buffer | undefined> {
  if (Number(request.headers.get('Content-Length')) > most) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Reads a form; millions of fields are refused before any is made. */
export async function formIn(request: Request): Promise<FormData | 'body-too-large' | 'body-unreadable'> {
  const isText = typeOf(request) !== 'multipart/form-data';
  const bytes = await bytesOf(request, isText ? MAX_TEXT_BYTES : MAX_BYTES);
  if (!bytes || hasMoreThan(bytes, isText ? PART.text : PART.multipart, MAX_PARTS)) return 'body-too-large';
  const headers = {'Content-Type': request.headers.get('Content-Type') ?? ''};
  return new Response(new Uint8Array(bytes), {headers}).formData().catch(() => 'body-unreadable' as const);
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
    record: textOf(form, 'consent-record') || undefined,
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
