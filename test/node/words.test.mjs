import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {words as ofDemo} from '../../out/demo/client/words.js';
import {words as ofServer} from '../../out/demo/server/words.js';
import {ipsmPolicy} from '../../out/src/policies/ipsm.js';
import {untranslated} from '../../scripts/untranslated.mjs';

/** Every sentence by the way to it; of a function, what it says of names. @returns {[string, string][]} */
function sayings(words, way = '') {
  if (typeof words === 'string') return [[way, words]];
  if (typeof words === 'function') return sayings(words(...'ABCD'.slice(0, words.length)), way);
  return Object.entries(words).flatMap(([key, value]) => sayings(value, way ? `${way}.${key}` : key));
}

/** Of the elements: Kazakh, and what was made of it. */
const unitsOf = (lang) =>
  [
    ...readFileSync(`xliff/${lang}.xlf`, 'utf8').matchAll(
      /<trans-unit id="(?!locale-code)([^"]*)">\s*<source>([^]*?)<\/source>\s*<target>([^]*?)<\/target>/g,
    ),
  ].map(([, id, ...both]) => [id, ...both.map((text) => text.replace(/<[^>]*>/g, '…'))]);

const KAZAKH = {
  demo: sayings(ofDemo.kk),
  'demo’s server': sayings(ofServer.kk),
  elements: unitsOf('ru').map(([id, kk]) => [id, kk]),
  notice: sayings(ipsmPolicy.manifest.releases[0].notice.kk),
};

describe('Kazakh words', () => {
  /** «белгі» that is no sign between quotes, nor «белгісіз» or «белгілеу»; «жол» that lets nothing through. */
  const WRONG = /(?<!\p{L}|» )белгі(?!сіз|ле)|(?<!\p{L})жол(?!\p{L}* бер)/iu;

  for (const [whose, all] of Object.entries(KAZAKH))
    it(`call a tick құсбелгі and a field өріс: ${whose}`, () => {
      assert.ok(all.length >= 20);
      assert.deepEqual(
        all.filter(([, said]) => WRONG.test(said)),
        [],
      );
    });

  it('would not get past that with a fault', () => {
    for (const said of ['Белгіні қайта қойыңыз.', '«Тегі» жолы бос.']) assert.match(said, WRONG);
    for (const said of ['белгісіз', '«@» белгісімен', 'жол берілмейді']) assert.doesNotMatch(said, WRONG);
  });
});

describe('words in Russian and English', () => {
  for (const lang of ['ru', 'en']) {
    for (const [whose, words] of Object.entries({demo: ofDemo, 'demo’s server': ofServer}))
      it(`are translations of the Kazakh ones: ${whose}, ${lang}`, () => {
        const said = new Map(sayings(words[lang]));
        const wrong = sayings(words.kk).flatMap(([way, kk]) => {
          const why = untranslated(kk, said.get(way) ?? '', lang);
          return why ? [[way, why]] : [];
        });
        assert.deepEqual(wrong, []);
      });

    it(`are translations of the Kazakh ones: elements, ${lang}`, () => {
      const units = unitsOf(lang);
      assert.ok(units.length >= 50);
      assert.deepEqual(
        units.filter(([, kk, said]) => untranslated(kk, said, lang)),
        [],
      );
    });
  }

  it('would not get past that with a fault', () => {
    const why = (...words) => untranslated('Хабарламаны жабу', ...words);
    assert.equal(why('', 'ru'), 'no translation');
    assert.equal(why('Хабарламаны жабу', 'ru'), 'the Kazakh words again');
    assert.equal(why('Закрыть', 'en'), 'Cyrillic letters in the translation');
    assert.equal(why('Закрыть', 'ru'), undefined);
    assert.equal(untranslated('Мәзір', 'Меню, мәзір', 'ru'), 'Kazakh letters in the translation');
    assert.equal(untranslated('Оператор', 'Оператор', 'ru'), undefined);
  });
});
