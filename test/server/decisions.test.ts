import {expect} from 'chai';
import {buildRecord} from '../../src/core/build-record.js';
import {buildWithdrawal} from '../../src/core/build-withdrawal.js';
import {canonicalJson} from '../../src/core/canonical-json.js';
import type {Manifest} from '../../src/core/manifest.js';
import type {ConsentRecord, EventMethod, EventState, PurposeDecision} from '../../src/core/record.js';
import {createVerifier, type Verdict} from '../../src/server/index.js';
import {noticeDigest} from '../helpers/digest.js';
import {aManifest, completeTerms} from '../helpers/policy.js';
import {inShort} from '../helpers/verdict.js';

const ID = '0b8f5c1e-6f0a-4c55-9d0e-2d7a3f0c9a11';
const PREV = {id: '11111111-1111-4111-8111-111111111111', sha256: 'a'.repeat(64)};
const DECISIONS = ['given', 'declined', 'not-asked'] as const;

interface Act {
  state: EventState;
  method: EventMethod;
  /** In the order of the release's purposes. */
  decisions: readonly PurposeDecision[];
  prev?: ConsentRecord['prev'];
}

/** A manifest with a release whose purposes are `r`equired and `o`ptional. */
function manifestOf(kinds: string): Manifest {
  const purposes = [...kinds].map((kind, i) => ({
    id: `p${i}`,
    clause: `2.${i}`,
    dpv: 'dpv:Purpose',
    required: kind === 'r',
  }));
  return aManifest({terms: {...completeTerms(), purposes}});
}

/** What the verifier says of an act about such a release. */
async function judge(kinds: string, {state, method, decisions, prev = PREV}: Act): Promise<Verdict> {
  const manifest = manifestOf(kinds);
  const release = manifest.releases[0]!;
  const record = buildRecord(manifest, release, {
    id: ID,
    prev,
    state,
    method,
    time: new Date('2026-03-05T10:00:00.000Z'),
    lang: 'kk',
    noticeSha256: await noticeDigest('kk', release.version, release.notice.kk),
    source: 'network',
    purposes: Object.fromEntries(decisions.map((decision, i) => [`p${i}`, decision])),
  });
  return (await createVerifier(manifest)).verifyRecord(canonicalJson(record));
}

describe('a decision about a required and an optional purpose', () => {
  it('is verified in these fifteen ways, and in no other', async () => {
    const taken: string[] = [];
    for (const state of ['given', 'declined', 'withdrawn'] as const) {
      for (const method of ['form-checkbox', 'banner-button', 'status-button', 'script'] as const) {
        for (const required of DECISIONS) {
          for (const optional of DECISIONS) {
            const {ok} = await judge('ro', {state, method, decisions: [required, optional]});
            if (ok) taken.push(`${state} ${method}: ${required} ${optional}`);
          }
        }
      }
    }
    expect(taken).to.deep.equal([
      'given form-checkbox: given given',
      'given form-checkbox: given declined',
      'given form-checkbox: given not-asked',
      'given banner-button: given not-asked',
      'given script: given given',
      'given script: given declined',
      'given script: given not-asked',
      'declined banner-button: declined not-asked',
      'declined script: declined not-asked',
      'withdrawn status-button: given declined',
      'withdrawn status-button: declined declined',
      'withdrawn status-button: declined not-asked',
      'withdrawn script: given declined',
      'withdrawn script: declined declined',
      'withdrawn script: declined not-asked',
    ]);
  });
});

describe('a withdrawal', () => {
  const withdraw = (kinds: string, ...decisions: PurposeDecision[]) =>
    judge(kinds, {state: 'withdrawn', method: 'status-button', decisions});

  for (const [what, kinds, decisions, refusals] of [
    ['of one optional purpose of two', 'rroo', 'given given declined given', ['ok']],
    ['of one optional purpose, the other never asked', 'rroo', 'given given declined not-asked', ['ok']],
    ['of both optional purposes', 'rroo', 'given given declined declined', ['ok']],
    ['of everything', 'rroo', 'declined declined declined declined', ['ok']],
    ['of everything that was given', 'rroo', 'declined declined not-asked not-asked', ['ok']],
    ['of one of two where none is required', 'oo', 'given declined', ['ok']],
    ['of everything where none is required', 'oo', 'declined not-asked', ['ok']],
    [
      'of one required purpose alone',
      'rroo',
      'declined given declined not-asked',
      ['altered purposes[1].decision'],
    ],
    [
      'of nothing',
      'rroo',
      'given given given not-asked',
      ['contradiction purposes[2].decision', 'altered purposes[0].decision', 'altered purposes[1].decision'],
    ],
    [
      'of everything but an optional purpose',
      'rroo',
      'declined declined given declined',
      ['contradiction purposes[2].decision'],
    ],
    [
      'of required purposes that were never asked for',
      'rroo',
      'not-asked not-asked declined not-asked',
      ['altered purposes[0].decision', 'altered purposes[1].decision'],
    ],
    ['of nothing where none is required', 'oo', 'given not-asked', ['contradiction purposes[0].decision']],
  ] as const) {
    it(`${what} is ${refusals[0] === 'ok' ? 'verified' : 'refused'}`, async () => {
      const verdict = await withdraw(kinds, ...(decisions.split(' ') as PurposeDecision[]));
      expect(inShort(verdict)).to.deep.equal(refusals);
    });
  }

  for (const [purpose, first, expected] of [
    [undefined, 'given', 'withdrawn: declined declined not-asked'],
    [undefined, 'declined', 'withdrawn: declined declined not-asked'],
    ['p1', 'given', 'withdrawn: given declined not-asked'],
  ] as const) {
    it(`as the page makes it is verified: of ${purpose ?? 'everything'}, where p1 was ${first}`, async () => {
      const given = await judge('roo', {
        state: 'given',
        method: 'form-checkbox',
        decisions: ['given', first, 'not-asked'],
        prev: null,
      });
      if (!given.ok) throw new Error(inShort(given).join());
      const record = buildWithdrawal(
        {n: 1, record: given.record, sha256: null},
        {
          id: PREV.id,
          time: new Date('2026-03-06T10:00:00.000Z'),
          method: 'status-button',
          source: 'cached',
          purpose,
        },
        manifestOf('roo'),
      )!;
      const verdict = (await createVerifier(manifestOf('roo'))).verifyRecord(canonicalJson(record));
      expect(inShort(verdict)).to.deep.equal(['ok']);
      const decisions = record.purposes.map(({decision}) => decision).join(' ');
      expect(`${record.event.state}: ${decisions}`).to.equal(expected);
    });
  }

  it('claims what is left, required purposes too', async () => {
    const verdict = await withdraw('ro', 'given', 'declined');
    expect(verdict.ok && verdict.claimed).to.include.members([
      'purposes[0].decision',
      'purposes[1].decision',
    ]);
  });

  it('of no record is refused, for it says nothing about whom it concerns', async () => {
    const act = {state: 'withdrawn', method: 'status-button', decisions: ['declined', 'not-asked']} as const;
    expect(inShort(await judge('ro', {...act, prev: null}))).to.deep.equal(['contradiction prev']);
    expect(inShort(await judge('ro', {...act, prev: {...PREV, sha256: null}}))).to.deep.equal(['ok']);
  });
});

describe('a record', () => {
  it('that replaces itself is refused', async () => {
    const act = {state: 'given', method: 'form-checkbox', decisions: ['given', 'not-asked']} as const;
    expect(inShort(await judge('ro', {...act, prev: {...PREV, id: ID}}))).to.deep.equal([
      'contradiction prev.id',
    ]);
  });

  it('says in words why an act cannot have happened', async () => {
    const verdict = await judge('ro', {
      state: 'declined',
      method: 'form-checkbox',
      decisions: ['declined', 'given'],
    });
    expect(verdict.ok || verdict.errors.map(({message}) => message)).to.deep.equal([
      '"form-checkbox" leads to no "declined"; banner-button, script do. Post the form entry as it is.',
      '"declined" by "form-checkbox" leaves no optional purpose "given", only not-asked. Post the form entry as it is.',
    ]);
  });
});
