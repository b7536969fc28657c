import {expect} from 'chai';
import {amendRecord, buildRecord, type Decision} from '../../src/core/build-record.js';
import type {Release} from '../../src/core/manifest.js';
import type {ConsentRecord} from '../../src/core/record.js';
import {ipsmPolicy} from '../../src/policies/ipsm.js';
import {fetchJson} from '../helpers/json.js';
import {aDecision, aManifest, anOperator, aRelease, completeTerms} from '../helpers/policy.js';

const decisionsOf = ({purposes}: ConsentRecord) =>
  purposes.map((purpose) => `${purpose.id} ${purpose.decision}`).join(', ');

const build = (change: Partial<Decision> = {}, release: Partial<Release> = {}) =>
  buildRecord(aManifest(), aRelease(release), aDecision(change));

describe('the record builder', () => {
  it('makes the example of the bundled policy', async () => {
    const {manifest} = ipsmPolicy;
    const record = buildRecord(manifest, manifest.releases[0]!, {
      id: '0b8f5c1e-6f0a-4c55-9d0e-2d7a3f0c9a11',
      state: 'given',
      time: new Date('2026-03-05T10:00:00.000Z'),
      method: 'form-checkbox',
      lang: 'kk',
      noticeSha256: '0'.repeat(64),
      source: 'bundled',
      nameFields: ['surname', 'given', 'patronymic'],
    });
    expect(record).to.deep.equal(await fetchJson('/test/fixtures/record-example.json'));
  });

  it('names nobody and nothing earlier unless told', () => {
    const {manifestUrl: _, ...decision} = aDecision();
    const {prev, subject, event, policy} = buildRecord(aManifest(), aRelease(), decision);
    expect([prev, subject, event.by, policy.manifest]).to.deep.equal([
      null,
      {ref: null, nameFields: []},
      'self',
      null,
    ]);
  });

  it('takes over what it is told about the act', () => {
    const prev = {id: '11111111-1111-4111-8111-111111111111', sha256: 'd'.repeat(64)};
    const told = {
      prev,
      method: 'banner-button',
      by: 'representative',
      subjectRef: 'person-7',
      nameFields: ['surname'],
      source: 'cached',
      manifestUrl: '../manifest.json',
      time: new Date('2026-03-05T15:00:00.007+05:00'),
      generator: 'ipsm-consent/0.0.9',
    } as const;
    const record = build({...told, nameFields: [...told.nameFields]});
    expect(record).to.deep.include({
      prev,
      subject: {ref: 'person-7', nameFields: ['surname']},
      generator: 'ipsm-consent/0.0.9',
      event: {
        state: 'given',
        time: '2026-03-05T10:00:00.007Z',
        by: 'representative',
        method: 'banner-button',
        valid: 'until-purpose-achieved',
      },
    });
    expect(record.policy).to.include({source: 'cached', manifest: '../manifest.json'});
  });

  it('takes the operator and every address from its release, as written', () => {
    const operator = anOperator({name: 'New name', url: 'HTTPS://New.example'});
    const documents = {ru: {url: './ru.html#top', sha256: null, anchor: null}};
    const {policy, ...record} = build({lang: 'ru', noticeSha256: 'e'.repeat(64)}, {operator, documents});
    expect(record.operator).to.deep.equal(operator);
    expect(record.notice).to.deep.equal({lang: 'ru', sha256: 'e'.repeat(64)});
    expect(policy).to.deep.equal({
      id: 'some-policy',
      version: '2026-01-01',
      lang: 'ru',
      url: './ru.html#top',
      sha256: null,
      manifest: 'https://operator.example/policy/manifest.json',
      source: 'network',
      effectiveFrom: '2026-01-01T00:00:00+05:00',
    });
  });

  it('names the official document where the language shown has none', () => {
    const {kk, ru} = aRelease().documents;
    const {policy, notice} = build({lang: 'en'}, {documents: {kk: kk!, ru: ru!}, official: ['ru']});
    expect([policy.lang, policy.url, notice.lang]).to.deep.equal([
      'ru',
      'https://operator.example/ru.html',
      'en',
    ]);
  });

  for (const [what, change, decisions] of [
    ['agreeing gives the required purpose and asks nothing else', {}, 'services given, ads not-asked'],
    ['declining declines the required purpose only', {state: 'declined'}, 'services declined, ads not-asked'],
    ['withdrawing gives nothing', {state: 'withdrawn'}, 'services declined, ads not-asked'],
    ['a box of its own gives a purpose', {purposes: {ads: 'given'}}, 'services given, ads given'],
    ['a box of its own declines it', {purposes: {ads: 'declined'}}, 'services given, ads declined'],
    [
      'no box of its own declines a required one',
      {purposes: {services: 'declined'}},
      'services given, ads not-asked',
    ],
    ['another purpose changes nothing', {purposes: {x: 'given'}}, 'services given, ads not-asked'],
  ] as [string, Partial<Decision>, string][]) {
    it(`knows: ${what}`, () => {
      expect(decisionsOf(build(change))).to.equal(decisions);
    });
  }

  it('decides about purposes whose ids are names of object members', () => {
    const purposes = ['constructor', 'x'].map((id) => ({
      id,
      clause: '1',
      dpv: 'dpv:Purpose',
      required: false,
    }));
    const record = build({purposes: {}}, {terms: {...completeTerms(), purposes}});
    expect(decisionsOf(record)).to.equal('constructor not-asked, x not-asked');
  });

  it('leaves manifest and release as they were', () => {
    const manifest = aManifest();
    buildRecord(manifest, manifest.releases[0]!, aDecision());
    expect(manifest).to.deep.equal(aManifest());
  });
});

describe('a decision made again with other answers', () => {
  it('is another record by a later act, alike in all the rest', () => {
    const before = build({subjectRef: 'person-7', purposes: {ads: 'declined'}});
    const prev = {id: before.id, sha256: null};
    const act = {id: '11111111-1111-4111-8111-111111111111', method: 'script', prev} as const;
    const time = new Date('2026-03-05T10:00:01.000Z');
    expect(amendRecord(before, {...act, time, purposes: {ads: 'given'}})).to.deep.equal(
      build({...act, time, subjectRef: 'person-7', purposes: {ads: 'given'}}),
    );
  });
});
