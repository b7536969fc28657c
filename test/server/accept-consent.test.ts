import {expect} from 'chai';
import type {Decision} from '../../src/core/build-record.js';
import type {Manifest} from '../../src/core/manifest.js';
import {createVerifier, type AcceptOptions} from '../../src/server/index.js';
import {anEntry} from '../helpers/entry.js';
import {withValue} from '../helpers/json.js';
import {aManifest, completeTerms} from '../helpers/policy.js';
import {inShort} from '../helpers/verdict.js';

const A = {version: 'a', effectiveFrom: '2026-01-01T00:00:00Z'};
const B = {version: 'b', effectiveFrom: '2026-06-01T00:00:00Z'};
const C = {version: 'c', effectiveFrom: '2026-12-01T00:00:00Z'};
const editorial = {change: 'editorial'} as const;
const cancelled = {cancelled: '2026-05-01T00:00:00Z'};

const TWO = aManifest(A, B);
const EDITORIAL = aManifest(A, {...B, ...editorial}, C);
const SAYS_EDITORIAL = withValue(EDITORIAL, 'releases[1].notice.kk.agree', 'Other');
const MISSED = aManifest(A, B, {...C, ...editorial});
const CANCELLED = aManifest(A, {...B, ...cancelled}, C);
const ALL_CANCELLED = aManifest({...B, ...cancelled});
const ALWAYS = aManifest({version: 'a', effectiveFrom: null});

const accept = async (manifest: Manifest, posted: string, options: AcceptOptions) =>
  (await createVerifier(manifest)).acceptConsent(posted, options);

describe('a consent', () => {
  const now = new Date('2026-03-05T10:00:05.000Z');
  const P7 = {subjectRef: 'person-7'};

  it('is accepted where a person gave it to the release in force', async () => {
    expect(await accept(TWO, await anEntry(TWO, 'a'), {now})).to.deep.include({ok: true, warnings: []});
  });

  for (const [what, change, options, result] of [
    ['of a form sent without script is accepted', {method: 'form-fallback'}, {}, 'ok'],
    ['of a representative is accepted', {by: 'representative'}, {}, 'ok'],
    ['with an optional purpose given is accepted', {purposes: {ads: 'given'}}, {}, 'ok'],
    ['of the banner is none for a registration', {method: 'banner-button'}, {}, 'by-banner event.method'],
    [
      'of the banner is none, whoever it names',
      {method: 'banner-button', ...P7},
      {},
      'by-banner event.method',
    ],
    [
      'of the banner is accepted of who is signed in',
      {method: 'banner-button', ...P7},
      {subject: 'person-7'},
      'ok',
    ],
    [
      'of the banner is none of somebody else',
      {method: 'banner-button', ...P7},
      {subject: 'person-8'},
      'other-subject subject.ref',
    ],
    [
      'of the banner is none of nobody',
      {method: 'banner-button'},
      {subject: 'person-7'},
      'other-subject subject.ref',
    ],
    ['of a form is none of somebody else', P7, {subject: 'person-8'}, 'other-subject subject.ref'],
    ['of a form is accepted of who is signed in', P7, {subject: 'person-7'}, 'ok'],
    ['of a form is accepted where nobody says who is signed in', P7, {}, 'ok'],
    ['knows who is signed in by composed letters', {subjectRef: 'й'}, {subject: 'и\u0306'}, 'ok'],
    [
      'is none where the person declined',
      {state: 'declined', method: 'banner-button'},
      {},
      'not-given event.state',
    ],
    ['is none where a script ticked', {method: 'script'}, {}, 'by-script event.method'],
    [
      'ticked by a script is accepted where the server says so',
      {method: 'script'},
      {allowScript: true},
      'ok',
    ],
    ['is none without the digest of the words', {noticeSha256: null}, {}, 'no-digest notice.sha256'],
    [
      'without that digest is accepted where the server says so',
      {noticeSha256: null},
      {allowMissingDigest: true},
      'ok',
    ],
    [
      'to other words is none, whatever the server says',
      {noticeSha256: 'a'.repeat(64)},
      {allowMissingDigest: true},
      'altered notice.sha256',
    ],
  ] as [string, Partial<Decision>, AcceptOptions, string][]) {
    it(what, async () => {
      const verdict = await accept(TWO, await anEntry(TWO, 'a', change), {now, ...options});
      expect(inShort(verdict)).to.deep.equal([result]);
      // Every refusal names what would be accepted.
      expect(verdict.ok || verdict.errors.map(({version}) => version)).to.deep.equal(verdict.ok || ['a']);
    });
  }
});

describe('a consent to a release', () => {
  const HOUR = 60 * 60_000;

  for (const [what, manifest, version, now, grace, instead] of [
    ['is accepted until the next begins', TWO, 'a', '2026-05-31T23:59:59.999Z', 0, undefined],
    ['is none from that moment on, without grace', TWO, 'a', '2026-06-01T00:00:00.000Z', 0, 'b'],
    ['is accepted for half an hour more', TWO, 'a', '2026-06-01T00:29:59.999Z', undefined, undefined],
    ['is none from half an hour on', TWO, 'a', '2026-06-01T00:30:00.000Z', undefined, 'b'],
    ['is accepted for as long as the server grants', TWO, 'a', '2026-06-01T00:59:59.999Z', HOUR, undefined],
    ['is none when that is over', TWO, 'a', '2026-06-01T01:00:00.000Z', HOUR, 'b'],
    [
      'is accepted where only an editorial one is newer',
      EDITORIAL,
      'a',
      '2026-11-01T00:00:00Z',
      undefined,
      undefined,
    ],
    [
      'is none where the newer one only says that it is editorial',
      SAYS_EDITORIAL,
      'a',
      '2026-11-01T00:00:00Z',
      undefined,
      'b',
    ],
    [
      'is none where a material one follows the editorial one',
      EDITORIAL,
      'a',
      '2026-12-01T00:00:00Z',
      0,
      'c',
    ],
    ['is none where a material one was missed', MISSED, 'a', '2030-01-01T00:00:00Z', undefined, 'c'],
    [
      'is accepted where the newest material one was agreed to',
      MISSED,
      'b',
      '2030-01-01T00:00:00Z',
      undefined,
      undefined,
    ],
    ['is accepted from its beginning', TWO, 'b', '2026-06-01T00:00:00.000Z', 0, undefined],
    [
      'is accepted from a clock half an hour fast',
      TWO,
      'b',
      '2026-05-31T23:30:00.000Z',
      undefined,
      undefined,
    ],
    ['is none long before it begins', TWO, 'b', '2026-05-31T23:29:59.999Z', undefined, 'a'],
    ['is none long before it begins, editorial', EDITORIAL, 'b', '2026-05-31T23:29:59.999Z', undefined, 'a'],
    [
      'is accepted to the first before any has begun, for pages show it',
      TWO,
      'a',
      '2025-06-01T00:00:00Z',
      undefined,
      undefined,
    ],
    ['is none to the second before any has begun', TWO, 'b', '2025-06-01T00:00:00Z', undefined, 'a'],
    ['is none to one that was cancelled', CANCELLED, 'b', '2026-07-01T00:00:00Z', undefined, 'a'],
    [
      'is none to one that was cancelled, as long as it would have been announced',
      CANCELLED,
      'b',
      '2026-05-31T23:45:00Z',
      undefined,
      'a',
    ],
    ['is accepted past one that was cancelled', CANCELLED, 'a', '2026-11-01T00:00:00Z', undefined, undefined],
    ['is none where all were cancelled', ALL_CANCELLED, 'b', '2026-07-01T00:00:00Z', undefined, null],
    ['is always accepted to one without date', ALWAYS, 'a', '2030-01-01T00:00:00Z', undefined, undefined],
  ] as [string, Manifest, string, string, number | undefined, string | null | undefined][]) {
    it(what, async () => {
      const time = new Date(now);
      const posted = await anEntry(manifest, version, {time});
      const verdict = await accept(manifest, posted, {now: time, ...(grace !== undefined && {grace})});
      if (instead === undefined) return expect(inShort(verdict)).to.deep.equal(['ok']);
      expect(inShort(verdict)).to.deep.equal(['not-current policy.version']);
      expect(verdict.ok || verdict.errors[0]!.version).to.equal(instead);
      return expect(verdict.ok || verdict.errors[0]!.message).to.include(`"${version}" is not in force`);
    });
  }

  it('that was cancelled is verified all the same', async () => {
    const verifier = await createVerifier(CANCELLED);
    expect(inShort(verifier.verifyRecord(await anEntry(CANCELLED, 'b')))).to.deep.equal(['ok']);
  });
});

describe('the clock of a consent', () => {
  const DAY = 24 * 60 * 60_000;
  const time = Date.parse('2026-03-05T10:00:00.000Z');

  for (const [what, off, maxSkew, result] of [
    ['passes in silence when a day slow', DAY, undefined, 'ok'],
    ['passes in silence when a day fast', -DAY, undefined, 'ok'],
    ['is warned of when slower', DAY + 1, undefined, 'ok, clock'],
    ['is warned of when faster', -DAY - 1, undefined, 'ok, clock'],
    ['passes within what the server allows', 5000, 5000, 'ok'],
    ['is refused when slower than that', 5001, 5000, 'clock event.time'],
    ['is refused when faster than that', -5001, 5000, 'clock event.time'],
  ] as const) {
    it(what, async () => {
      const options = {now: new Date(time + off), ...(maxSkew !== undefined && {maxSkew})};
      const verdict = await accept(ALWAYS, await anEntry(ALWAYS, 'a'), options);
      const warnings = verdict.ok ? verdict.warnings.map(({code}) => code) : [];
      expect([...inShort(verdict), ...warnings].join(', ')).to.equal(result);
    });
  }

  it('is held against the server’s own when none is given', async () => {
    const options = {maxSkew: 60_000};
    const posted = await anEntry(ALWAYS, 'a', {time: new Date()});
    expect(inShort(await accept(ALWAYS, posted, options))).to.deep.equal(['ok']);
    expect(inShort(await accept(ALWAYS, await anEntry(ALWAYS, 'a'), options))).to.deep.equal([
      'clock event.time',
    ]);
  });
});

describe('the term of a consent', () => {
  for (const [term, now, result] of [
    ['P1D', '2026-03-06T09:59:59.999Z', 'ok'],
    ['P1D', '2026-03-06T10:00:00.000Z', 'expired event.valid'],
    ['2026-03-06', '2026-03-06T23:59:59.999Z', 'ok'],
    ['2026-03-06', '2026-03-07T00:00:00.000Z', 'expired event.valid'],
    ['until-purpose-achieved', '2036-03-05T10:00:00.000Z', 'ok'],
    [null, '2036-03-05T10:00:00.000Z', 'ok'],
  ] as const) {
    it(`of ${term} from 5 March 2026, 10:00 is ${result === 'ok' ? 'running' : 'over'} at ${now}`, async () => {
      const manifest = aManifest({version: 'a', effectiveFrom: null, terms: {...completeTerms(), term}});
      const posted = await anEntry(manifest, 'a');
      expect(inShort(await accept(manifest, posted, {now: new Date(now)}))).to.deep.equal([result]);
    });
  }
});

describe('options that cannot be meant', () => {
  for (const [name, value] of [
    ['now', new Date(NaN)],
    ['now', '2026-03-05T10:00:00Z'],
    ['now', null],
    ['grace', -1],
    ['grace', NaN],
    ['grace', Infinity],
    ['grace', '60000'],
    ['maxSkew', -1],
    ['maxSkew', NaN],
    ['subject', null],
    ['subject', ''],
    ['subject', ' '],
    ['subject', 7],
  ] as const) {
    it(`are thrown back, whatever is posted: ${name} ${JSON.stringify(value)}`, async () => {
      const verifier = await createVerifier(TWO);
      for (const posted of [await anEntry(TWO, 'a'), 'on']) {
        expect(() => verifier.acceptConsent(posted, {[name]: value}))
          .to.throw(TypeError)
          .with.property('message')
          .that.matches(new RegExp(`^"${name}" is .+\\. Set it to .+ or leave it out\\.$`));
      }
    });
  }
});
