/**
 * Many pictures in one small one. Each is cut into bands, such as a line of text with the room below it; a band that another
 * picture has as well is kept once.
 */
import {createHash} from 'node:crypto';

/** @typedef {import('./png.mjs').Picture} Picture */
/** @typedef {{width: number, bands: [x: number, y: number, height: number][], pictures: Record<string, number[]>}} Note where what is */

const GAP = 8;
/** Neither white nor black: where a picture ends is seen on both. */
const GREY = 0x88;
const HEIGHT = 2400;

/** @param {Picture} picture @param {number} y @param {number} [rows] */
const rowsOf = ({width, data}, y, rows = 1) =>
  Buffer.from(data.buffer, data.byteOffset + y * width * 4, rows * width * 4);

/** Where the bands of a picture begin, and its end: each is of rows that differ, such as a line of text, and the room below it. @param {Picture} picture */
function bordersOf(picture) {
  const borders = [0];
  let wasAlike = false;
  for (let y = 1; y < picture.height; y++) {
    const isAlike = rowsOf(picture, y).equals(rowsOf(picture, y - 1));
    if (wasAlike && !isAlike) borders.push(y);
    wasAlike = isAlike;
  }
  return [...borders, picture.height];
}

/** Takes pictures of one width in, one after the other. */
export class Packer {
  #known = new Map();
  /** @type {{rows: Buffer, x: number, y: number, height: number}[]} */
  #bands = [];
  /** @type {Note['pictures']} */
  #pictures = {};
  #width = 0;
  #x = GAP;
  #y = GAP;

  /** @param {string} name @param {Picture} picture */
  add(name, picture) {
    this.#width = picture.width;
    const borders = bordersOf(picture);
    this.#pictures[name] = borders
      .slice(0, -1)
      .map((from, i) => this.#place(rowsOf(picture, from, borders[i + 1] - from), borders[i + 1] - from));
    this.#y += GAP;
  }

  /** @param {Buffer} rows @param {number} height @returns {number} which band they are */
  #place(rows, height) {
    const key = createHash('sha1').update(rows).digest('base64');
    if (!this.#known.has(key)) {
      if (this.#y + height > HEIGHT) [this.#x, this.#y] = [this.#x + this.#width + GAP, GAP];
      this.#known.set(key, this.#bands.length);
      this.#bands.push({rows: Buffer.from(rows), x: this.#x, y: this.#y, height});
      this.#y += height;
    }
    return this.#known.get(key);
  }

  /** @returns {{sheet: Picture, note: Note}} */
  pack() {
    const width = this.#x + this.#width + GAP;
    const height = Math.max(...this.#bands.map((band) => band.y + band.height)) + GAP;
    const data = new Uint8Array(width * height * 4).fill(GREY);
    const row = this.#width * 4;
    for (const {rows, x, y, height} of this.#bands)
      for (let i = 0; i < height; i++)
        data.set(rows.subarray(i * row, (i + 1) * row), ((y + i) * width + x) * 4);
    const bands = this.#bands.map(({x, y, height}) => [x, y, height]);
    return {sheet: {width, height, data}, note: {width: this.#width, bands, pictures: this.#pictures}};
  }
}

/**
 * One of the pictures that a sheet was packed of; `undefined` where there was none of that name.
 * @param {Picture & {note: Note}} sheet @param {string} name @returns {Picture | undefined}
 */
export function unpack({note, ...sheet}, name) {
  const {width, bands} = note;
  const places = note.pictures[name]?.map((i) => bands[i]);
  if (!places) return undefined;
  const height = places.reduce((sum, [, , rows]) => sum + rows, 0);
  const data = new Uint8Array(width * height * 4);
  let to = 0;
  for (const [x, y, rows] of places)
    for (let row = y; row < y + rows; row++, to += width * 4) {
      const from = (row * sheet.width + x) * 4;
      data.set(sheet.data.subarray(from, from + width * 4), to);
    }
  return {width, height, data};
}
