import {expect} from 'chai';
import {buildRecord, type Decision} from '../../src/core/build-record.js';
import type {ConsentRecord} from '../../src/core/record.js';
import {ipsmPolicy} from '../../src/policies/ipsm.js';
import {fetchJson} from '../helpers/json.js';
import {aManifest, aRelease} from '../helpers/policy.js';

const decision = (change: Partial<Decision> = {}): Decision => ({
  id: '0b8f5c1e-6f0a-4c55-9d0e-2d7a3f0c9a11',
  state: 'given',
  time: new Date('2026-03-05T10:00:00.000Z'),
  method: 'form-checkbox',
  lang: 'kk',
  noticeSha256: '0'.repeat(64),
  source: 'bundled',
  ...change,
});

const decisionsOf = ({purposes}: ConsentRecord) =>
  Object.fromEntries(purposes.map((purpose) => [purpose.id, purpose.decision]));

const build = (change: Partial<Decision> = {}) => buildRecord(aManifest(), aRelease(), decision(change));

describe('the record builder', () => {
  it('makes the record of the standard from the bundled policy', async () => {
    const {manifest} = ipsmPolicy;
    const record = buildRecord(
      manifest,
      manifest.releases[0]!,
      decision({nameFields: ['surname', 'given', 'patronymic']}),
    );
    expect(record).to.deep.equal(await fetchJson('/test/fixtures/record-example.json'));
  });

  it('names nobody and nothing earlier unless told', () => {
    const {prev, subject, event} = build();
    expect({prev, subject, by: event.by}).to.deep.equal({
      prev: null,
      subject: {ref: null, nameFields: []},
      by: 'self',
    });
  });

  it('takes over what it is told about the act', () => {
    const prev = {id: '11111111-1111-4111-8111-111111111111', sha256: 'd'.repeat(64)};
    const record = build({
      prev,
      method: 'banner-button',
      by: 'representative',
      subjectRef: 'person-7',
      nameFields: ['surname'],
      source: 'cached',
      time: new Date('2026-03-05T15:00:00.007+05:00'),
      generator: 'ipsm-consent/0.0.9',
    });
    expect(record.prev).to.deep.equal(prev);
    expect(record.event).to.deep.equal({
      state: 'given',
      time: '2026-03-05T10:00:00.007Z',
      by: 'representative',
      method: 'banner-button',
      valid: 'until-purpose-achieved',
    });
    expect(record.subject).to.deep.equal({ref: 'person-7', nameFields: ['surname']});
    expect(record.policy.source).to.equal('cached');
    expect(record.generator).to.equal('ipsm-consent/0.0.9');
  });

  it('names the document and the notice in the language shown', () => {
    const {policy, notice} = build({lang: 'ru', noticeSha256: 'e'.repeat(64)});
    expect(policy).to.deep.equal({
      id: 'some-policy',
      version: '2026-01-01',
      lang: 'ru',
      url: 'https://operator.example/ru.html',
      sha256: 'b'.repeat(64),
      source: 'bundled',
      effectiveFrom: '2026-01-01T00:00:00+05:00',
    });
    expect(notice).to.deep.equal({lang: 'ru', sha256: 'e'.repeat(64)});
  });

  it('names the document that exists where the language shown has none', () => {
    const {kk} = aRelease().documents;
    const {policy, notice} = buildRecord(
      aManifest(),
      aRelease({documents: {kk: kk!}}),
      decision({lang: 'en'}),
    );
    expect([policy.lang, policy.url, notice.lang]).to.deep.equal([
      'kk',
      'https://operator.example/kk.html',
      'en',
    ]);
  });

  for (const [what, change, decisions] of [
    [
      'agreeing gives the required purpose and leaves the optional one unasked',
      {},
      {services: 'given', ads: 'not-asked'},
    ],
    [
      'declining declines the required purpose only',
      {state: 'declined'},
      {services: 'declined', ads: 'not-asked'},
    ],
    ['withdrawing gives nothing', {state: 'withdrawn'}, {services: 'declined', ads: 'not-asked'}],
    [
      'a ticked box of its own gives the optional purpose',
      {purposes: {ads: 'given'}},
      {services: 'given', ads: 'given'},
    ],
    [
      'an unticked box of its own declines it',
      {purposes: {ads: 'declined'}},
      {services: 'given', ads: 'declined'},
    ],
    [
      'the optional purpose can be given where the required one is not',
      {state: 'declined', purposes: {ads: 'given'}},
      {services: 'declined', ads: 'given'},
    ],
    [
      'a decision about no purpose of the release changes nothing',
      {purposes: {x: 'given'}},
      {services: 'given', ads: 'not-asked'},
    ],
  ] as [string, Partial<Decision>, object][]) {
    it(`knows: ${what}`, () => {
      expect(decisionsOf(build(change))).to.deep.equal(decisions);
    });
  }

  it('decides about purposes whose ids are names of object members', () => {
    const release = aRelease();
    release.terms.purposes = ['constructor', 'toString'].map((id, i) => ({
      id,
      clause: '1',
      dpv: 'dpv:Purpose',
      required: i === 0,
    }));
    const record = buildRecord(aManifest(release), release, decision({purposes: {}}));
    expect(record.purposes.map((purpose) => purpose.decision)).to.deep.equal(['given', 'not-asked']);
  });

  it('leaves manifest and release as they were', () => {
    const manifest = aManifest();
    const release = manifest.releases[0]!;
    buildRecord(manifest, release, decision());
    expect(manifest).to.deep.equal(aManifest());
  });
});
