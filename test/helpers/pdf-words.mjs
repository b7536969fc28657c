import {inflateSync} from 'node:zlib';

/** Streams of a file, by the number of their object; a stream that is not packed is a picture or the like. @param {Buffer} pdf */
function streamsIn(pdf) {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/(?:^|\n)(\d+) 0 obj\s*<<((?:(?!endobj)[^])*?)>>\s*stream\r?\n/g)].flatMap(
    (found) => {
      const [all, number, head] = found;
      const length = Number(/\/Length (\d+)/.exec(head)?.[1]);
      const start = found.index + all.length;
      if (!head.includes('/FlateDecode') || !length || head.includes('/Image')) return [];
      return [[number, inflateSync(pdf.subarray(start, start + length)).toString('latin1')]];
    },
  );
}

const utf16 = (hex) => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** The letter that each sign of a font stands for. @param {string} cmap */
function lettersIn(cmap) {
  const letters = new Map();
  for (const [, list] of cmap.matchAll(/beginbfchar([^]*?)endbfchar/g))
    for (const [, sign, letter] of list.matchAll(/<(\w+)> <(\w+)>/g))
      letters.set(parseInt(sign, 16), utf16(letter));
  for (const [, list] of cmap.matchAll(/beginbfrange([^]*?)endbfrange/g))
    for (const [, first, last, letter] of list.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let at = parseInt(first, 16); at <= parseInt(last, 16); at++)
        letters.set(at, String.fromCodePoint(utf16(letter).codePointAt(0) + at - parseInt(first, 16)));
  return letters;
}

/** The words of a PDF that Chromium has made, without blanks. @param {Uint8Array} bytes */
export function wordsOfPdf(bytes) {
  const pdf = Buffer.from(bytes);
  const text = pdf.toString('latin1');
  const streams = new Map(streamsIn(pdf));
  const fonts = new Map(
    [...text.matchAll(/\n(\d+) 0 obj\s*<<([^]*?)endobj/g)].flatMap(([, number, body]) => {
      const [, map] = /\/ToUnicode (\d+) 0 R/.exec(body) ?? [];
      return map && streams.has(map) ? [[`F${number}`, lettersIn(streams.get(map))]] : [];
    }),
  );
  let words = '';
  for (const content of streams.values()) {
    let font;
    for (const [, name, hex] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([\da-fA-F]+)>/g)) {
      if (name) font = fonts.get(name);
      else if (font) for (const [sign] of hex.matchAll(/.{4}/g)) words += font.get(parseInt(sign, 16)) ?? '';
    }
  }
  return words.replace(/\s+/g, '');
}
