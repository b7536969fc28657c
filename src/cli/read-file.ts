import {readFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {unusable} from './cli-error.js';
import type {Io} from './io.js';

/** A BOM is left out, as browsers do; bytes that are no UTF-8 are an error instead of a replacement character. */
const utf8 = new TextDecoder('utf-8', {fatal: true});

/** The bytes of a file. @param shown the path as the person wrote it */
export async function readBytes(path: string, shown: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw unusable('no-file', shown, 'There is no such file. Check the path.');
    throw unusable('unreadable', shown, `The file cannot be read (${code}). Name a file that can be.`);
  }
}

/** The JSON that bytes hold. @param shown where they come from, for the error */
export function parseJson(bytes: Uint8Array, shown: string): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : 'it is not UTF-8';
    throw unusable('json', shown, `The file is not JSON: ${reason}. Mend or replace it.`);
  }
}

/** A part of a manifest in a file of its own. */
export interface Part {
  /** Path as the person wrote it. */
  shown: string;
  json: unknown;
}

/** Reads a part of a manifest. Editors find the schema by `$schema`; inside a manifest it means nothing. */
export async function readPart({cwd}: Io, shown: string): Promise<Part> {
  const json = parseJson(await readBytes(resolve(cwd, shown), shown), shown);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return {shown, json};
  return {shown, json: Object.fromEntries(Object.entries(json).filter(([key]) => key !== '$schema'))};
}
