import {isTooLarge} from './disk.js';

/** How files begin that text is taken out of in another program: docx, doc, rtf, and PDF. */
const DOCUMENTS: [beginning: string, kind: 'Word' | 'PDF'][] = [
  ['PK\x03\x04', 'Word'],
  ['\xd0\xcf\x11\xe0', 'Word'],
  ['{\\rtf', 'Word'],
  ['%PDF-', 'PDF'],
];

/** The kind of document that a file is instead of a text. */
export function kindOfDocument(bytes: Uint8Array): 'Word' | 'PDF' | undefined {
  const beginning = String.fromCharCode(...bytes.subarray(0, 8));
  return DOCUMENTS.find(([sign]) => beginning.startsWith(sign))?.[1];
}

/**
 * A text file as people's editors write it: UTF-8 with or without its mark, or what old Notepads call Unicode.
 * Anything else is not guessed: a wrong guess would publish garbled words.
 */
export function textOf(bytes: Uint8Array): string | undefined {
  if (kindOfDocument(bytes)) return undefined;
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, {fatal: true}).decode(bytes).replace(/\r\n?/g, '\n');
  } catch (error) {
    // One that is too long for a text is no garbled one.
    if (isTooLarge(error)) throw error;
    return undefined;
  }
}
