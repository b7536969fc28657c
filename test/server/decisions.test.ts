import {expect} from 'chai';
import {buildWithdrawal} from '../../src/core/build-withdrawal.js';
import {wireJson} from '../../src/core/canonical-json.js';
import type {Manifest} from '../../src/core/manifest.js';
import type {ConsentRecord, EventMethod, EventState, PurposeDecision} from '../../src/core/record.js';
import {createVerifier, type Verdict} from '../../src/server/index.js';
import {aGenuineRecord} from '../helpers/entry.js';
import {aManifest, completeTerms} from '../helpers/policy.js';
import {inShort} from '../helpers/verdict.js';

const PREV = {id: '11111111-1111-4111-8111-111111111111', sha256: 'a'.repeat(64)};
const STATES = ['given', 'declined', 'withdrawn'] as const;
const METHODS = ['form-checkbox', 'form-fallback', 'banner-button', 'status-button', 'script'] as const;
const DECISIONS = ['given', 'declined', 'not-asked'] as const;

/** A manifest with a release whose purposes are `r`equired and `o`ptional. */
function manifestOf(kinds: string): Manifest {
  const purposes = [...kinds].map((kind, i) => ({
    id: `p${i}`,
    clause: `2.${i}`,
    dpv: 'dpv:Purpose',
    required: kind === 'r',
  }));
  return aManifest({version: 'a', terms: {...completeTerms(), purposes}});
}

type Act = [
  state: EventState,
  method: EventMethod,
  decisions: readonly PurposeDecision[],
  prev?: ConsentRecord['prev'],
];

/** What the verifier says of a record of an act, made by hand where no builder would. */
async function judge(kinds: string, [state, method, decisions, prev = PREV]: Act): Promise<Verdict> {
  const manifest = manifestOf(kinds);
  const record = await aGenuineRecord(manifest, 'a', {state, method, prev});
  const purposes = record.purposes.map((purpose, i) => ({...purpose, decision: decisions[i]!}));
  return (await createVerifier(manifest)).verifyRecord(wireJson({...record, purposes}));
}

describe('a decision about a required and an optional purpose', () => {
  it('is verified in these fifteen ways, and in no other', async () => {
    const taken: string[] = [];
    for (const state of STATES) {
      for (const method of METHODS) {
        for (const required of DECISIONS) {
          for (const optional of DECISIONS) {
            const {ok} = await judge('ro', [state, method, [required, optional]]);
            if (ok) taken.push(`${state} ${method}: ${required} ${optional}`);
          }
        }
      }
    }
    expect(taken).to.deep.equal([
      'given form-checkbox: given given',
      'given form-checkbox: given declined',
      'given form-checkbox: given not-asked',
      'given form-fallback: given given',
      'given form-fallback: given declined',
      'given form-fallback: given not-asked',
      'given banner-button: given not-asked',
      'given script: given given',
      'given script: given declined',
      'given script: given not-asked',
      'declined banner-button: declined not-asked',
      ...['status-button', 'script'].flatMap((method) => [
        `withdrawn ${method}: given declined`,
        `withdrawn ${method}: declined declined`,
        `withdrawn ${method}: declined not-asked`,
      ]),
    ]);
  });
});

describe('a withdrawal', () => {
  for (const [what, kinds, decisions, refusals] of [
    ['of one optional purpose of two', 'rroo', 'given given declined given', 'ok'],
    ['of one optional purpose, the other never asked', 'rroo', 'given given declined not-asked', 'ok'],
    ['of both optional purposes', 'rroo', 'given given declined declined', 'ok'],
    ['of everything', 'rroo', 'declined declined declined declined', 'ok'],
    ['of everything that was given', 'rroo', 'declined declined not-asked not-asked', 'ok'],
    ['of one of two where none is required', 'oo', 'given declined', 'ok'],
    ['of one required purpose alone', 'rroo', 'declined given declined not-asked', '1'],
    ['of nothing', 'rroo', 'given given given not-asked', '0 1 2'],
    ['of everything but an optional purpose', 'rroo', 'declined declined given declined', '2'],
    [
      'of required purposes that were never asked for',
      'rroo',
      'not-asked not-asked declined not-asked',
      '0 1',
    ],
    ['of nothing where none is required', 'oo', 'given not-asked', '0'],
  ] as const) {
    it(`${what} is ${refusals === 'ok' ? 'verified' : 'a contradiction'}`, async () => {
      const verdict = await judge(kinds, [
        'withdrawn',
        'status-button',
        decisions.split(' ') as PurposeDecision[],
      ]);
      const found = inShort(verdict).filter((refusal) => !refusal.startsWith('altered'));
      const expected = refusals.split(' ').map((i) => `contradiction purposes[${i}].decision`);
      expect(found).to.deep.equal(refusals === 'ok' ? ['ok'] : expected);
    });
  }

  for (const [purpose, first, expected] of [
    [undefined, 'given', 'declined declined not-asked'],
    [undefined, 'declined', 'declined declined not-asked'],
    ['p1', 'given', 'given declined not-asked'],
  ] as const) {
    it(`as the page makes it is verified, and no consent: of ${purpose ?? 'everything'}, p1 ${first}`, async () => {
      const manifest = manifestOf('roo');
      const given = await aGenuineRecord(manifest, 'a', {purposes: {p1: first}});
      const act = {id: PREV.id, time: new Date('2026-03-06T10:00:00.000Z'), method: 'status-button'} as const;
      for (const known of [manifest, undefined]) {
        const record = buildWithdrawal(
          {record: given, sha256: null},
          {...act, source: 'cached', manifestUrl: null, purpose},
          known,
        )!;
        expect(record.purposes.map(({decision}) => decision).join(' ')).to.equal(expected);
        const verifier = await createVerifier(manifest);
        expect(inShort(verifier.verifyRecord(wireJson(record)))).to.deep.equal(['ok']);
        expect(inShort(verifier.acceptConsent(wireJson(record)))).to.deep.equal(['not-given event.state']);
      }
    });
  }

  it('claims what is left, required purposes too: one of everything could pass for it', async () => {
    const verdict = await judge('ro', ['withdrawn', 'status-button', ['given', 'declined']]);
    expect(verdict.ok && verdict.claimed).to.include.members([
      'purposes[0].decision',
      'purposes[1].decision',
    ]);
    const consent = await judge('ro', ['given', 'form-checkbox', ['given', 'declined']]);
    expect(consent.ok && consent.claimed).not.to.include('purposes[0].decision');
  });

  it('of no record is refused, for it says nothing about whom it concerns', async () => {
    const act = ['withdrawn', 'status-button', ['declined', 'not-asked']] as const;
    expect(inShort(await judge('ro', [...act, null]))).to.deep.equal(['contradiction prev']);
    expect(inShort(await judge('ro', [...act, {...PREV, sha256: null}]))).to.deep.equal(['ok']);
  });
});

describe('a record', () => {
  it('that replaces itself is refused', async () => {
    const {id} = await aGenuineRecord(manifestOf('ro'), 'a');
    const verdict = await judge('ro', ['given', 'form-checkbox', ['given', 'not-asked'], {...PREV, id}]);
    expect(inShort(verdict)).to.deep.equal(['contradiction prev.id']);
  });

  it('says in words why an act cannot have happened', async () => {
    const verdict = await judge('ro', ['declined', 'form-checkbox', ['given', 'given']]);
    expect(verdict.ok || verdict.errors.slice(0, 3).map(({message}) => message)).to.deep.equal([
      '"form-checkbox" leads to no "declined"; banner-button do. Post the form entry as it is.',
      '"declined" by "form-checkbox" leaves no required purpose "given", only declined. Post the form entry as it is.',
      '"declined" by "form-checkbox" leaves no optional purpose "given", only not-asked. Post the form entry as it is.',
    ]);
  });
});
