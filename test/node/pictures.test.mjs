import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {Packer, unpack} from '../../scripts/gallery/bands.mjs';
import {readPng, writePng} from '../../scripts/gallery/png.mjs';

const WIDTH = 4;
/** Rows of one colour each, of the colours that are kept: bands of all heights. */
const picture = (rows) => ({
  width: WIDTH,
  height: rows.length,
  data: Uint8Array.from(
    rows.flatMap((step) => Array.from({length: WIDTH}, (_, x) => [step * 17, x * 17, 0, 255]).flat()),
  ),
});
const pictures = fc.dictionary(
  fc.stringMatching(/^[a-z]{1,6}$/),
  fc.array(fc.integer({min: 0, max: 3}), {minLength: 1, maxLength: 40}),
  {minKeys: 1, maxKeys: 6},
);

test('pictures come out of a sheet as they went in, through the file as well', () => {
  fc.assert(
    fc.property(pictures, (rowsByName) => {
      const packer = new Packer();
      for (const [name, rows] of Object.entries(rowsByName)) packer.add(name, picture(rows));
      const {sheet, note} = packer.pack();
      const read = readPng(writePng(sheet, note));
      for (const [name, rows] of Object.entries(rowsByName))
        assert.deepEqual(unpack(read, name), picture(rows));
      assert.equal(unpack(read, 'not there'), undefined);
    }),
  );
});

test('a band that two pictures have is kept once', () => {
  const one = new Packer();
  one.add('a', picture([1, 2, 2, 2, 3, 1]));
  const both = new Packer();
  both.add('a', picture([1, 2, 2, 2, 3, 1]));
  both.add('b', picture([1, 2, 2, 2, 3, 1]));
  assert.deepEqual(both.pack().note.bands, one.pack().note.bands);
});

test('a picture of more colours than a palette has keeps the nearest', () => {
  const data = new Uint8Array(4096 * 4);
  for (let i = 0; i < 4096; i++) data.set([(i >> 8) * 17, ((i >> 4) & 15) * 17, (i & 15) * 17, 255], i * 4);
  const read = readPng(writePng({width: 64, height: 64, data}));
  const colourAt = (pixels, i) => [...pixels.subarray(i * 4, i * 4 + 3)];
  const all = Array.from({length: 4096}, (_, i) => i);
  const kept = [...new Set(all.map((i) => colourAt(read.data, i).join()))].map((text) =>
    text.split(',').map(Number),
  );
  assert.equal(kept.length, 256);
  const distance = (one, other) => one.reduce((sum, value, i) => sum + (value - other[i]) ** 2, 0);
  for (const i of all.filter((each) => each % 61 === 0)) {
    const own = colourAt(data, i);
    const nearest = Math.min(...kept.map((colour) => distance(colour, own)));
    assert.equal(distance(colourAt(read.data, i), own), nearest, own.join());
  }
});
