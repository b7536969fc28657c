import {expect} from 'chai';
import {buildRecord} from '../../src/core/build-record.js';
import {buildWithdrawal} from '../../src/core/build-withdrawal.js';
import {canonicalJson} from '../../src/core/canonical-json.js';
import {noticeDigests} from '../../src/core/notice.js';
import type {ConsentRecord} from '../../src/core/record.js';
import {sha256} from '../../src/core/sha256.js';
import {createVerifier} from '../../src/server/index.js';
import {aManifest, completeTerms} from '../helpers/policy.js';

const PURPOSES = [
  ...completeTerms().purposes,
  {id: 'research', clause: '2.2.5', dpv: 'dpv:ResearchAndDevelopment', required: false},
];
const MANIFEST = aManifest({version: '1', terms: {...completeTerms(), purposes: PURPOSES}}, {version: '2'});

const consent = (): ConsentRecord =>
  buildRecord(MANIFEST, MANIFEST.releases[0]!, {
    id: '0b8f5c1e-6f0a-4c55-9d0e-2d7a3f0c9a11',
    state: 'given',
    time: new Date('2026-03-05T10:00:00.000Z'),
    method: 'form-checkbox',
    lang: 'ru',
    noticeSha256: 'd'.repeat(64),
    source: 'network',
    by: 'representative',
    subjectRef: 'person-7',
    nameFields: ['surname'],
    purposes: {ads: 'given'},
  });
const ACT = {
  id: '0b8f5c1e-6f0a-4c55-9d0e-2d7a3f0c9a12',
  time: new Date('2026-04-01T00:00:00.000Z'),
  method: 'status-button',
  source: 'cached',
} as const;

const entry = (record = consent()) => ({n: 1, record, sha256: 'a'.repeat(64)});
const withdraw = (purpose?: string, manifest: typeof MANIFEST | undefined = MANIFEST, record = consent()) =>
  buildWithdrawal(entry(record), {...ACT, purpose}, manifest);
const decisionsOf = (record: ConsentRecord | undefined) =>
  record?.purposes.map(({id, decision}) => `${id} ${decision}`);

describe('a withdrawal', () => {
  it('of everything leaves nothing given, and what was not asked stays so', () => {
    expect(decisionsOf(withdraw())).to.deep.equal([
      'services declined',
      'ads declined',
      'research not-asked',
    ]);
  });

  it('of one optional purpose leaves the others as they were', () => {
    expect(decisionsOf(withdraw('ads'))).to.deep.equal([
      'services given',
      'ads declined',
      'research not-asked',
    ]);
  });

  for (const [what, purpose] of [
    ['required', 'services'],
    ['not given', 'research'],
    ['unknown', 'constructor'],
  ]) {
    it(`of a purpose that is ${what} is none`, () => {
      expect(withdraw(purpose)).to.equal(undefined);
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
    expect([policy.version, policy.source, notice, subject]).to.deep.equal([
      '1',
      'cached',
      {lang: 'ru', sha256: 'd'.repeat(64)},
      {ref: 'person-7', nameFields: ['surname']},
    ]);
  });

  it('names the operator as the manifest does now, so that a server which knows only that can check it', async () => {
    const manifest = {...MANIFEST, operator: {...MANIFEST.operator, bin: '210987654321'}};
    const record = consent();
    record.notice.sha256 = (await noticeDigests(MANIFEST.releases[0]!, sha256)).ru ?? null;
    const verifier = await createVerifier(manifest);
    for (const purpose of [undefined, 'ads']) {
      const withdrawn = withdraw(purpose, manifest, record)!;
      expect(withdrawn.operator.bin).to.equal('210987654321');
      expect(verifier.verifyRecord(canonicalJson(withdrawn))).to.include({ok: true});
      expect(verifier.acceptConsent(canonicalJson(withdrawn))).to.have.nested.property(
        'errors[0].code',
        'not-given',
      );
    }
  });

  for (const [what, manifest] of [
    ['there is no manifest', undefined],
    ['the manifest has lost the release', aManifest({version: '2'})],
  ] as const) {
    it(`is possible where ${what}: the terms are those of the consent`, () => {
      const record = buildWithdrawal(entry(), {...ACT, purpose: 'ads'}, manifest);
      expect(record).to.deep.equal({...withdraw('ads'), policy: consent().policy});
    });
  }

  it('changes nothing in the consent', () => {
    const record = consent();
    withdraw(undefined, MANIFEST, record);
    withdraw(undefined, undefined, record);
    expect(record).to.deep.equal(consent());
  });
});
