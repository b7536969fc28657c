import {expect} from 'chai';
import {isMaterial, isOutdated, materialChanges, predecessorOf} from '../../src/core/editorial.js';
import type {Release} from '../../src/core/manifest.js';
import {withValue} from '../helpers/json.js';
import {aManifest, aNotice, anOperator, aRelease} from '../helpers/policy.js';

const BEFORE = aRelease({version: 'a', effectiveFrom: '2026-01-01T00:00:00Z'});
const same = (): Release => ({
  ...structuredClone(BEFORE),
  version: 'b',
  effectiveFrom: '2026-06-01T00:00:00Z',
  change: 'editorial',
});
const {points, details} = aNotice('kk');
const NEW = {id: 'new', label: 'New', text: 'New', clauses: []};

/** Changes of one field, from `before` where that is not {@link BEFORE}'s. */
type Row = [what: string, path: string, value: unknown, before?: unknown];

const EDITORIAL: Row[] = [
  ['nothing', 'version', 'b'],
  ['an address of a document', 'documents.kk.url', 'moved.html'],
  ['the bytes of a document', 'documents.kk.sha256', 'f'.repeat(64)],
  ['a document that goes', 'documents.en', undefined],
  ['a document that comes', 'documents.uz', BEFORE.documents.kk],
  ['the title', 'notice.kk.title', 'Other'],
  ['the brief', 'notice.kk.brief', 'Other'],
  ['clause names', 'notice.kk.clauseNames', {preamble: 'Other', annex: 'New'}],
  ['clause names that go', 'notice.kk.clauseNames', undefined],
  ['the list of changes', 'notice.kk.changes', undefined],
  ['a label', 'notice.kk.points[0].label', 'Other'],
  ['a text of the first layer', 'notice.kk.points[0].text', 'Other'],
  ['a text of the second layer', 'notice.kk.details[0].text', 'Other'],
  ['a point’s clauses', 'notice.kk.points[0].clauses', ['9.9']],
  ['the order of points', 'notice.kk.points', [...points].reverse()],
  ['a language that comes', 'notice.uz', aNotice('uz')],
  ['the operator’s address', 'operator.address', 'Astana'],
  ['the operator’s address taken away', 'operator.address', null],
  ['the operator’s e-mail', 'operator.email', 'new@operator.example'],
  ['the operator’s site', 'operator.url', 'https://new.example/'],
  ['a BIN that was not stated', 'operator', anOperator(), anOperator({bin: null})],
  ['the way to withdraw', 'terms.withdraw', {url: null, email: 'new@operator.example'}],
];

const MATERIAL: Row[] = [
  ['the question', 'notice.kk.question', 'Other?'],
  ['the sentence agreed to', 'notice.en.agree', 'Other'],
  ['the sentence for somebody', 'notice.kk.agreeFor', 'Other'],
  ['the sentence for somebody taken away', 'notice.kk.agreeFor', undefined],
  ['the answer yes', 'notice.ru.accept', 'Other'],
  ['the answer no', 'notice.kk.decline', 'Other'],
  ['the sentence of a purpose', 'notice.kk.purposes.ads', 'Other'],
  ['a sentence for another purpose', 'notice.kk.purposes', {ads: 'Ads kk', research: 'Research'}],
  ['the sentences of purposes taken away', 'notice.kk.purposes', undefined],
  ['a language that goes', 'notice.en', undefined],
  ['a point that comes', 'notice.kk.points', [...points, NEW]],
  ['a point that comes in the second layer', 'notice.kk.details', [...details, NEW]],
  ['a point that goes', 'notice.kk.points', points.slice(1)],
  ['a detail that goes', 'notice.kk.details', []],
  ['a point called otherwise', 'notice.kk.points[0].id', 'new'],
  ['another official language', 'official', ['ru']],
  ['one more official language', 'official', ['kk', 'ru']],
  ['the operator’s name', 'operator.name', 'Other'],
  ['a BIN that was stated', 'operator.bin', '210987654321'],
  ['a BIN taken away', 'operator.bin', null],
  ['the term', 'terms.term', null],
  ['a purpose made required', 'terms.purposes[1].required', true],
  ['a purpose’s clause', 'terms.purposes[1].clause', '2.2.9'],
  ['a category of data', 'terms.data[1]', {id: 'iin', clause: '2.3.4', dpv: 'pd:OfficialID'}],
  ['who gets data', 'terms.thirdParties.who', ['state-bodies', 'advertisers']],
  ['where data goes', 'terms.crossBorder.countries', ['DE', 'US']],
  ['publishing', 'terms.publicSources', true],
  ['where data is kept', 'terms.storage.locations', null],
  ['how long data is kept', 'terms.storage.retention', 'P6Y'],
  ['automation', 'terms.automated', null],
];

/** Whether a release that says that it is editorial is material, with the paths that make it so. */
function judge(path: string, value: unknown, before?: unknown): [boolean, string[]] {
  const first = before === undefined ? BEFORE : withValue(BEFORE, path, before);
  const second = withValue(same(), path, value);
  return [isMaterial({...aManifest(), releases: [second, first]}, second), materialChanges(first, second)];
}

describe('a release that says that it is editorial', () => {
  for (const [what, ...row] of EDITORIAL) {
    it(`is so with another value of: ${what}`, () => {
      expect(judge(...row)).to.deep.equal([false, []]);
    });
  }

  for (const [what, ...row] of MATERIAL) {
    it(`is material all the same with another value of: ${what}`, () => {
      const [material, paths] = judge(...row);
      expect(material).to.equal(true);
      expect(paths).to.have.length(1);
      expect(row[0].startsWith(paths[0]!) || paths[0]!.startsWith(row[0])).to.equal(true, paths[0]);
    });
  }

  it('is material where a sentence for somebody comes', () => {
    const first = withValue(BEFORE, 'notice.kk.agreeFor', undefined);
    expect(materialChanges(first, same())).to.deep.equal(['notice.kk.agreeFor']);
  });

  it('is material where a point moves to the other layer', () => {
    const [point] = points;
    const moved = withValue(withValue(same(), 'notice.kk.points', points.slice(1)), 'notice.kk.details', [
      ...details,
      point,
    ]);
    expect(materialChanges(BEFORE, moved)).to.deep.equal(['notice.kk.points', 'notice.kk.details']);
  });

  it('is material with a new sentence, a purpose made required and one more category of data', () => {
    const changed = [
      ['notice.kk.agree', 'Other'],
      ['terms.purposes[1].required', true],
      ['terms.data[1]', {id: 'iin', clause: '2.3.4', dpv: 'pd:OfficialID'}],
    ].reduce((release, [path, value]) => withValue(release, path as string, value), same());
    expect(materialChanges(BEFORE, changed)).to.have.members([
      'notice.kk.agree',
      'terms.purposes[1].required',
      'terms.data',
    ]);
    const manifest = {...aManifest(), releases: [BEFORE, changed]};
    expect(isOutdated(manifest, 'a', new Date('2026-05-31T23:59:59.999Z'))).to.equal(false);
    expect(isOutdated(manifest, 'a', new Date('2026-06-01T00:00:00.000Z'))).to.equal(true);
  });

  it('is material where no release is before it', () => {
    const only = {...BEFORE, change: 'editorial'} as const;
    expect(isMaterial({...aManifest(), releases: [only]}, only)).to.equal(true);
  });

  it('is compared with the one before it in order of force that is not cancelled', () => {
    const cancelled = {
      ...withValue(same(), 'notice.kk.agree', 'Never said'),
      version: 'x',
      effectiveFrom: '2026-03-01T00:00:00Z',
      cancelled: '2026-02-01T00:00:00Z',
    };
    const manifest = {...aManifest(), releases: [same(), cancelled, BEFORE]};
    expect(predecessorOf(manifest, same())?.version).to.equal('a');
    expect(predecessorOf(manifest, BEFORE)).to.equal(undefined);
    expect(isMaterial(manifest, same())).to.equal(false);
  });
});

describe('a release that says that it is material', () => {
  it('is so whatever it changes', () => {
    const second = {...same(), change: 'material'} as const;
    expect(isMaterial({...aManifest(), releases: [BEFORE, second]}, second)).to.equal(true);
  });
});
