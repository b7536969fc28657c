import {expect} from 'chai';
import {canonicalJson} from '../../src/core/canonical-json.js';
import {readManifest} from '../../src/core/read-manifest.js';
import {readRecord} from '../../src/core/read-record.js';
import {fetchJson, refusalOf, withValue} from '../helpers/json.js';
import {aManifest} from '../helpers/policy.js';

const asIs = (url: string) => url;
const read = (json: unknown) => readManifest(json, asIs);

/** The manifest with one more member at the start of the object that begins with this text. */
const withMember = (before: string, member: string): unknown => {
  const json = JSON.stringify(aManifest());
  const at = json.indexOf(before);
  if (at < 0) throw new Error(`No ${before} in the manifest.`);
  const end = at + before.length;
  return JSON.parse(`${json.slice(0, end)}${member},${json.slice(end)}`);
};

const OBJECTS = [
  '{',
  '"operator":{',
  '"releases":[{',
  '"documents":{"kk":{',
  '"notice":{"kk":{',
  '"points":[{',
  '"terms":{',
  '"purposes":[{',
  '"data":[{',
  '"thirdParties":{',
  '"storage":{',
  '"withdraw":{',
];
const MAPS = ['"documents":{', '"notice":{'];

describe('the reader', () => {
  for (const at of [...OBJECTS, ...MAPS]) {
    it(`drops an unknown field after ${at}`, () => {
      expect(read(withMember(at, '"x-unknown":{"a":[1,{}]}'))).to.deep.equal(aManifest());
    });

    it(`is not moved by a __proto__ after ${at}`, () => {
      const result = read(withMember(at, '"__proto__":{"polluted":true,"label":"x"}'));
      expect(result).to.deep.equal(aManifest());
      expect(canonicalJson(result)).to.equal(canonicalJson(aManifest()));
      expect(JSON.stringify(result)).not.to.include('polluted');
      expect({}).not.to.have.property('polluted');
    });
  }

  it('drops a purpose named __proto__ from the sentences of purposes', () => {
    const result = read(withMember('"decline":"No kk","purposes":{', '"__proto__":"x"'));
    expect(result.releases[0]!.notice.kk!.purposes).to.deep.equal({ads: 'Ads kk'});
  });

  it('keeps sentences of purposes whose ids are names of object members', () => {
    const result = read(withMember('"decline":"No kk","purposes":{', '"constructor":"A","toString":"B"'));
    expect(result.releases[0]!.notice.kk!.purposes).to.deep.equal({
      constructor: 'A',
      toString: 'B',
      ads: 'Ads kk',
    });
  });

  it('takes no field from a prototype', () => {
    expect(refusalOf(() => read(Object.create(aManifest()) as unknown))).to.include({
      path: 'schema',
      code: 'value',
    });
  });

  it('drops an unknown field of a record', async () => {
    const fixture = (await fetchJson('/test/fixtures/record-example.json')) as object;
    const json: unknown = JSON.parse(
      `{"__proto__":{"polluted":true},"x":1,${JSON.stringify(fixture).slice(1)}`,
    );
    expect(readRecord(json)).to.deep.equal(fixture);
  });

  for (const [path, composed] of [
    ['id', 'Құпиялылық й'],
    ['operator.name', 'Майдан'],
    ['releases[0].version', 'й'],
    ['releases[0].notice.kk.title', 'é ё й'],
    ['releases[0].notice.kk.purposes.ads', 'ёлка'],
    ['releases[0].terms.thirdParties.who[0]', 'архивтік көшірме – й'],
  ] as const) {
    it(`turns decomposed letters (NFD) into composed ones (NFC) at ${path}`, () => {
      const decomposed = composed.normalize('NFD');
      expect(decomposed).not.to.equal(composed);
      expect(read(withValue(aManifest(), path, decomposed))).to.deep.equal(
        withValue(aManifest(), path, composed),
      );
    });
  }

  it('sees through NFD where a version is there twice', () => {
    const json = aManifest({version: 'й'}, {version: 'и\u0306'});
    expect(refusalOf(() => read(json))).to.include({code: 'duplicate', path: 'releases[1].version'});
  });

  it('refuses a lone surrogate in the id of a purpose that has a sentence', () => {
    const json = withValue(aManifest(), 'releases[0].notice.kk.purposes', {'a\ud83d': 'Sentence'});
    expect(refusalOf(() => read(json)).path).to.match(/^releases\[0\]\.notice\.kk\.purposes/);
  });

  it('takes an emoji, which is a pair of surrogates', () => {
    const json = withValue(aManifest(), 'releases[0].notice.kk.title', '😀');
    expect(read(json).releases[0]!.notice.kk!.title).to.equal('😀');
  });

  it('says what it expected and what it found, shortened', () => {
    const json = withValue(aManifest(), 'operator', 'x'.repeat(1000));
    const {message} = refusalOf(() => read(json));
    expect(message).to.match(/^operator: expected an object, found "x+/);
    expect(message).to.have.length.below(120);
  });

  it('refuses nesting that no stack holds, by its path', () => {
    let schema: unknown = [];
    for (let depth = 0; depth < 100_000; depth++) schema = [schema];
    expect(refusalOf(() => read({schema}))).to.include({code: 'value', path: 'schema'});
  });
});
