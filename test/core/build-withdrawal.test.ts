import {expect} from 'chai';
import {buildRecord} from '../../src/core/build-record.js';
import {buildWithdrawal} from '../../src/core/build-withdrawal.js';
import type {Manifest} from '../../src/core/manifest.js';
import type {ConsentRecord} from '../../src/core/record.js';
import {aDecision, aManifest, anOperator, completeTerms} from '../helpers/policy.js';

const PURPOSES = [
  ...completeTerms().purposes,
  {id: 'research', clause: '2.2.5', dpv: 'dpv:ResearchAndDevelopment', required: false},
];
const MANIFEST = aManifest({version: '1', terms: {...completeTerms(), purposes: PURPOSES}}, {version: '2'});

const consent = (): ConsentRecord =>
  buildRecord(
    MANIFEST,
    MANIFEST.releases[0]!,
    aDecision({
      lang: 'ru',
      by: 'representative',
      subjectRef: 'person-7',
      nameFields: ['surname'],
      purposes: {ads: 'given'},
    }),
  );
const ACT = {
  id: '0b8f5c1e-6f0a-4c55-9d0e-2d7a3f0c9a12',
  time: new Date('2026-04-01T00:00:00.000Z'),
  method: 'status-button',
  source: 'cached',
  manifestUrl: '/manifest.json',
} as const;

const withdraw = (purpose?: string, manifest: Manifest | undefined = MANIFEST, record = consent()) =>
  buildWithdrawal({record, sha256: 'a'.repeat(64)}, {...ACT, purpose}, manifest);
const decisionsOf = (record: ConsentRecord | undefined) =>
  record?.purposes.map(({id, decision}) => `${id} ${decision}`).join(', ');

describe('a withdrawal', () => {
  for (const [what, purpose, decisions] of [
    ['everything', undefined, 'services declined, ads declined, research not-asked'],
    ['one optional purpose', 'ads', 'services given, ads declined, research not-asked'],
    ['a purpose that is required', 'services', undefined],
    ['a purpose that was not given', 'research', undefined],
    ['a purpose that nobody knows', 'constructor', undefined],
  ] as const) {
    it(`of ${what} ${decisions ? 'leaves the rest as it was' : 'is none'}`, () => {
      expect(decisionsOf(withdraw(purpose))).to.equal(decisions);
    });
  }

  it('of what was withdrawn already is none', () => {
    expect(withdraw(undefined, MANIFEST, withdraw())).to.equal(undefined);
  });

  it('is about the release, the words and the person of the consent, and names it', () => {
    const {id, prev, event, policy, notice, subject} = withdraw()!;
    expect({id, prev, event}).to.deep.equal({
      id: ACT.id,
      prev: {id: consent().id, sha256: 'a'.repeat(64)},
      event: {
        state: 'withdrawn',
        time: '2026-04-01T00:00:00.000Z',
        by: 'representative',
        method: 'status-button',
        valid: 'until-purpose-achieved',
      },
    });
    expect([policy.version, policy.source, policy.manifest, notice, subject]).to.deep.equal([
      '1',
      'cached',
      '/manifest.json',
      {lang: 'ru', sha256: 'd'.repeat(64)},
      {ref: 'person-7', nameFields: ['surname']},
    ]);
  });

  for (const [what, manifest] of [
    ['there is no manifest', undefined],
    ['the manifest no longer has the release', aManifest({version: '2'})],
    [
      'a later release has another operator',
      {
        ...MANIFEST,
        releases: [MANIFEST.releases[0]!, {...MANIFEST.releases[1]!, operator: anOperator({name: 'New'})}],
      },
    ],
  ] as [string, Manifest | undefined][]) {
    it(`is the same where ${what}: the terms are those of the consent`, () => {
      const record = consent();
      expect(
        buildWithdrawal({record, sha256: 'a'.repeat(64)}, {...ACT, purpose: 'ads'}, manifest),
      ).to.deep.equal(withdraw('ads'));
      expect(record).to.deep.equal(consent());
    });
  }
});
