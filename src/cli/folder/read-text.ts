/**
 * A text file as people's editors write it: UTF-8 with or without its mark, or what old Notepads call Unicode.
 * Anything else is not guessed: a wrong guess would publish garbled words.
 */
export function textOf(bytes: Uint8Array): string | undefined {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, {fatal: true}).decode(bytes).replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}
