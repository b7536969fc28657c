/** Pictures as PNG: reads what browsers make, writes small ones of at most 256 colours with a note in them. */
import {crc32, deflateSync, inflateSync} from 'node:zlib';

/** @typedef {{width: number, height: number, data: Uint8Array}} Picture RGBA, without transparency */

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const COLOURS = 256;
/** Keyword of the note: JSON, compressed. */
const NOTE = Buffer.from('note\0\0', 'latin1');

/** @param {string} type @param {Uint8Array} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}

/** @param {Buffer} bytes @returns {Record<string, Buffer>} chunks of one type as one */
function chunksOf(bytes) {
  /** @type {Record<string, Buffer[]>} */
  const chunks = {};
  for (let at = SIGNATURE.length; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    (chunks[bytes.toString('latin1', at + 4, at + 8)] ??= []).push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return Object.fromEntries(Object.entries(chunks).map(([type, parts]) => [type, Buffer.concat(parts)]));
}

/** What a pixel is foretold by: left, above, and above left. @param {number} a @param {number} b @param {number} c */
function paeth(a, b, c) {
  const [toA, toB, toC] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - c - c)];
  return toA <= toB && toA <= toC ? a : toB <= toC ? b : c;
}

/** Undoes the filters of all rows, in place. @param {Uint8Array} raw @param {number} length of a row @param {number} step bytes of a pixel */
function unfilter(raw, length, step) {
  for (let start = 1; start < raw.length; start += length + 1) {
    const filter = raw[start - 1];
    if (filter === 0) continue;
    const above = start - length - 1;
    if (filter === 1) {
      for (let i = start + step; i < start + length; i++) raw[i] += raw[i - step];
      continue;
    }
    if (filter === 2) {
      if (above > 0) for (let i = 0; i < length; i++) raw[start + i] += raw[above + i];
      continue;
    }
    for (let i = 0; i < length; i++) {
      const a = i < step ? 0 : raw[start + i - step];
      const b = above < 0 ? 0 : raw[above + i];
      const c = i < step || above < 0 ? 0 : raw[above + i - step];
      raw[start + i] += filter === 3 ? (a + b) >> 1 : paeth(a, b, c);
    }
  }
}

const BYTES = {2: 3, 3: 1, 6: 4};
/** A channel in 16 steps: what is hardly another colour is the same one. */
const STEP = Uint8Array.from({length: 256}, (_, value) => Math.round(value / 17));
const ROUNDED = STEP.map((step) => step * 17);

/**
 * Reads a picture of eight bits a channel, in the colours that are kept, with its note.
 * @param {Buffer} bytes @returns {Picture & {note: any}}
 */
export function readPng(bytes) {
  const {IHDR, PLTE, IDAT, zTXt} = chunksOf(bytes);
  const [width, height, type] = [IHDR.readUInt32BE(0), IHDR.readUInt32BE(4), IHDR[9]];
  const step = BYTES[type];
  const raw = new Uint8Array(inflateSync(IDAT));
  unfilter(raw, width * step, step);
  const source = type === 3 ? PLTE : raw;
  const data = new Uint8Array(width * height * 4);
  for (let y = 0, to = 0; y < height; y++) {
    let from = y * (width * step + 1) + 1;
    for (let x = 0; x < width; x++, from += step, to += 4) {
      const at = type === 3 ? raw[from] * 3 : from;
      data[to] = ROUNDED[source[at]];
      data[to + 1] = ROUNDED[source[at + 1]];
      data[to + 2] = ROUNDED[source[at + 2]];
      data[to + 3] = 255;
    }
  }
  const note = zTXt && JSON.parse(inflateSync(zTXt.subarray(NOTE.length)).toString());
  return {width, height, data, note};
}

/** @param {Uint8Array} data @param {number} i */
const colourAt = (data, i) => (STEP[data[i]] << 8) | (STEP[data[i + 1]] << 4) | STEP[data[i + 2]];
/** @param {number} colour @returns {number[]} */
const channels = (colour) => [(colour >> 8) * 17, ((colour >> 4) & 15) * 17, (colour & 15) * 17];

/** The palette of a picture's most frequent colours, and for every colour its place there. @param {Picture} picture */
function paletteOf({data}) {
  const counts = new Uint32Array(4096);
  for (let i = 0; i < data.length; i += 4) counts[colourAt(data, i)]++;
  const used = [...counts.keys()]
    .filter((colour) => counts[colour])
    .sort((a, b) => counts[b] - counts[a] || a - b);
  const palette = used.slice(0, COLOURS);
  const distance = (a, b) =>
    channels(a).reduce((sum, channel, i) => sum + (channel - channels(b)[i]) ** 2, 0);
  const nearest = (colour) =>
    palette.reduce((best, other) => (distance(colour, other) < distance(colour, best) ? other : best));
  const indices = new Uint8Array(4096);
  for (const colour of used)
    indices[colour] = palette.indexOf(palette.includes(colour) ? colour : nearest(colour));
  return {palette, indices};
}

/** @param {Picture} picture @param {unknown} [note] */
export function writePng(picture, note) {
  const {width, height, data} = picture;
  const {palette, indices} = paletteOf(picture);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0, from = 0; y < height; y++)
    for (let x = 1; x <= width; x++, from += 4) rows[y * (width + 1) + x] = indices[colourAt(data, from)];
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    ...(note ? [chunk('zTXt', Buffer.concat([NOTE, deflateSync(JSON.stringify(note), {level: 9})]))] : []),
    chunk('IDAT', deflateSync(rows, {level: 9, memLevel: 9})),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
