import {expect} from 'chai';
import {canonicalJson} from '../../src/core/canonical-json.js';
import {buildRecord, type Decision} from '../../src/core/build-record.js';
import type {Manifest} from '../../src/core/manifest.js';
import {createVerifier, type AcceptOptions} from '../../src/server/index.js';
import {noticeDigest} from '../helpers/digest.js';
import {aManifest, completeTerms} from '../helpers/policy.js';
import {inShort} from '../helpers/verdict.js';

const A = {version: 'a', effectiveFrom: '2026-01-01T00:00:00Z'};
const B = {version: 'b', effectiveFrom: '2026-06-01T00:00:00Z'};
const C = {version: 'c', effectiveFrom: '2026-12-01T00:00:00Z'};
const editorial = {change: 'editorial'} as const;

const TWO = aManifest(A, B);
const EDITORIAL = aManifest(A, {...B, ...editorial});
const MISSED = aManifest(A, B, {...C, ...editorial});
const TWINS = aManifest(A, {...B, version: 'b1'}, {...B, version: 'b2'});
const EDITORIAL_LATER = aManifest(A, {...B, ...editorial}, C);
const ALWAYS = aManifest({version: 'a', effectiveFrom: null});

/** What the status element makes. */
const WITHDRAWAL: Partial<Decision> = {
  state: 'withdrawn',
  method: 'status-button',
  prev: {id: '11111111-1111-4111-8111-111111111111', sha256: 'a'.repeat(64)},
};

/** The entry that a page posts about a version, in Kazakh. */
async function entry(manifest: Manifest, version: string, change: Partial<Decision> = {}): Promise<string> {
  const release = manifest.releases.find((each) => each.version === version)!;
  return canonicalJson(
    buildRecord(manifest, release, {
      id: '0b8f5c1e-6f0a-4c55-9d0e-2d7a3f0c9a11',
      state: 'given',
      time: new Date('2026-03-05T10:00:00.000Z'),
      method: 'form-checkbox',
      lang: 'kk',
      noticeSha256: await noticeDigest('kk', version, release.notice.kk),
      source: 'network',
      ...change,
    }),
  );
}

async function accept(manifest: Manifest, posted: string, options: AcceptOptions) {
  return (await createVerifier(manifest)).acceptConsent(posted, options);
}

describe('a consent', () => {
  const now = new Date('2026-03-05T10:00:05.000Z');

  it('is accepted where a person gave it to the release in force', async () => {
    const posted = await entry(TWO, 'a');
    expect(await accept(TWO, posted, {now})).to.deep.include({
      ok: true,
      warnings: [],
      record: JSON.parse(posted) as unknown,
    });
  });

  for (const [what, change, options, result] of [
    ['of the banner is accepted', {method: 'banner-button'}, {}, 'ok'],
    ['of a representative is accepted', {by: 'representative'}, {}, 'ok'],
    ['with an optional purpose given is accepted', {purposes: {ads: 'given'}}, {}, 'ok'],
    [
      'is none where the person declined',
      {state: 'declined', method: 'banner-button'},
      {},
      'not-given event.state',
    ],
    ['is none where the person withdrew', WITHDRAWAL, {}, 'not-given event.state'],
    [
      'is none where the person withdrew one purpose of it',
      {...WITHDRAWAL, purposes: {services: 'given', ads: 'declined'}},
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
      expect(inShort(await accept(TWO, await entry(TWO, 'a', change), {now, ...options}))).to.deep.equal([
        result,
      ]);
    });
  }

  it('is none to a record that the manifest does not make', async () => {
    const posted = (await entry(TWO, 'a')).replace('Operator LLP', 'Other LLP');
    expect(inShort(await accept(TWO, posted, {now}))).to.deep.equal(['altered operator.name']);
  });
});

describe('a consent to a release', () => {
  const HALF_AN_HOUR = 30 * 60_000;

  for (const [what, manifest, version, now, grace, result] of [
    ['is accepted until the next begins', TWO, 'a', '2026-05-31T23:59:59.999Z', 0, 'ok'],
    [
      'is none from the moment the next begins, without grace',
      TWO,
      'a',
      '2026-06-01T00:00:00.000Z',
      0,
      'not-current',
    ],
    ['is accepted for half an hour more', TWO, 'a', '2026-06-01T00:29:59.999Z', undefined, 'ok'],
    ['is none from half an hour on', TWO, 'a', '2026-06-01T00:30:00.000Z', undefined, 'not-current'],
    [
      'is accepted for as long as the server grants',
      TWO,
      'a',
      '2026-06-01T00:59:59.999Z',
      2 * HALF_AN_HOUR,
      'ok',
    ],
    ['is none when that is over', TWO, 'a', '2026-06-01T01:00:00.000Z', 2 * HALF_AN_HOUR, 'not-current'],
    [
      'is accepted where only editorial ones are newer',
      EDITORIAL,
      'a',
      '2030-01-01T00:00:00.000Z',
      undefined,
      'ok',
    ],
    [
      'is none where a material one came before an editorial one',
      MISSED,
      'a',
      '2030-01-01T00:00:00.000Z',
      undefined,
      'not-current',
    ],
    [
      'is accepted where the newest material one was agreed to',
      MISSED,
      'b',
      '2030-01-01T00:00:00.000Z',
      undefined,
      'ok',
    ],
    ['is accepted from its beginning', TWO, 'b', '2026-06-01T00:00:00.000Z', 0, 'ok'],
    ['is accepted from a clock half an hour fast', TWO, 'b', '2026-05-31T23:30:00.000Z', undefined, 'ok'],
    ['is none long before it begins', TWO, 'b', '2026-05-31T23:29:59.999Z', undefined, 'not-current'],
    [
      'is accepted to the first one before any has begun, for pages show it',
      TWO,
      'a',
      '2025-06-01T00:00:00.000Z',
      undefined,
      'ok',
    ],
    [
      'is none to the second one before any has begun',
      TWO,
      'b',
      '2025-06-01T00:00:00.000Z',
      undefined,
      'not-current',
    ],
    [
      'is accepted to the second of two that begin together',
      TWINS,
      'b2',
      '2026-06-01T00:00:00.000Z',
      0,
      'ok',
    ],
    [
      'is none to the first of two that begin together, which was never in force',
      TWINS,
      'b1',
      '2026-06-01T00:00:00.000Z',
      0,
      'not-current',
    ],
    [
      'is none to the first of two that begin together, half an hour on',
      TWINS,
      'b1',
      '2026-06-01T00:30:00.000Z',
      undefined,
      'not-current',
    ],
    ['is accepted to an editorial one in force', EDITORIAL_LATER, 'b', '2026-06-01T00:00:00.000Z', 0, 'ok'],
    [
      'is none to an editorial one long before it begins',
      EDITORIAL_LATER,
      'b',
      '2026-05-31T23:29:59.999Z',
      undefined,
      'not-current',
    ],
    [
      'is none where a material one follows the editorial one',
      EDITORIAL_LATER,
      'a',
      '2026-12-01T00:00:00.000Z',
      0,
      'not-current',
    ],
    ['is always accepted to one without date', ALWAYS, 'a', '2030-01-01T00:00:00.000Z', undefined, 'ok'],
  ] as [string, Manifest, string, string, number | undefined, string][]) {
    it(what, async () => {
      const time = new Date(now);
      const options = {now: time, ...(grace !== undefined && {grace})};
      const posted = await entry(manifest, version, {time});
      const expected = result === 'ok' ? 'ok' : `${result} policy.version`;
      expect(inShort(await accept(manifest, posted, options))).to.deep.equal([expected]);
    });
  }

  it('that is over is answered with the version in force', async () => {
    const now = new Date('2026-07-01T00:00:00Z');
    const verdict = await accept(TWO, await entry(TWO, 'a', {time: now}), {now});
    expect(verdict.ok || verdict.errors[0]!.message).to.include('"b"');
  });
});

describe('the clock of a consent', () => {
  const DAY = 24 * 60 * 60_000;
  const time = Date.parse('2026-03-05T10:00:00.000Z');

  for (const [what, off, maxSkew, warnings] of [
    ['passes in silence when a day slow', DAY, undefined, []],
    ['passes in silence when a day fast', -DAY, undefined, []],
    ['is warned of when slower', DAY + 1, undefined, ['clock']],
    ['is warned of when faster', -DAY - 1, undefined, ['clock']],
    ['passes within what the server allows', 5000, 5000, []],
  ] as const) {
    it(what, async () => {
      const options = {now: new Date(time + off), ...(maxSkew !== undefined && {maxSkew})};
      const verdict = await accept(ALWAYS, await entry(ALWAYS, 'a'), options);
      expect(verdict.ok && verdict.warnings.map(({code}) => code)).to.deep.equal(warnings);
    });
  }

  for (const off of [5001, -5001]) {
    it(`is refused ${off} ms off where the server allows 5000`, async () => {
      const options = {now: new Date(time + off), maxSkew: 5000};
      expect(inShort(await accept(ALWAYS, await entry(ALWAYS, 'a'), options))).to.deep.equal([
        'clock event.time',
      ]);
    });
  }

  it('is held against the server’s own when none is given', async () => {
    const options = {maxSkew: 60_000};
    expect(
      inShort(await accept(ALWAYS, await entry(ALWAYS, 'a', {time: new Date()}), options)),
    ).to.deep.equal(['ok']);
    expect(inShort(await accept(ALWAYS, await entry(ALWAYS, 'a'), options))).to.deep.equal([
      'clock event.time',
    ]);
  });
});

describe('the term of a consent', () => {
  for (const [term, now, result] of [
    ['P1D', '2026-03-06T09:59:59.999Z', 'ok'],
    ['P1D', '2026-03-06T10:00:00.000Z', 'expired event.valid'],
    ['PT30M', '2026-03-05T10:29:59.999Z', 'ok'],
    ['PT30M', '2026-03-05T10:30:00.000Z', 'expired event.valid'],
    ['2026-03-04T00:00:00Z', '2026-03-05T10:00:00.000Z', 'expired event.valid'],
    ['until-purpose-achieved', '2036-03-05T10:00:00.000Z', 'ok'],
    [null, '2036-03-05T10:00:00.000Z', 'ok'],
  ] as const) {
    it(`of ${term} from 5 March 2026, 10:00 is ${result === 'ok' ? 'running' : 'over'} at ${now}`, async () => {
      const terms = {...completeTerms(), term};
      const manifest = aManifest({version: 'a', effectiveFrom: null, terms});
      const posted = await entry(manifest, 'a');
      expect(inShort(await accept(manifest, posted, {now: new Date(now)}))).to.deep.equal([result]);
    });
  }
});

describe('options that are no times', () => {
  for (const [name, value] of [
    ['now', new Date(NaN)],
    ['now', '2026-03-05T10:00:00Z'],
    ['now', 1772704800000],
    ['now', null],
    ['grace', -1],
    ['grace', NaN],
    ['grace', Infinity],
    ['grace', '60000'],
    ['maxSkew', -1],
    ['maxSkew', NaN],
  ] as const) {
    it(`are thrown back, whatever is posted: ${name} ${String(value)}`, async () => {
      const verifier = await createVerifier(TWO);
      for (const posted of [await entry(TWO, 'a'), 'on']) {
        expect(() => verifier.acceptConsent(posted, {[name]: value}))
          .to.throw(TypeError)
          .with.property('message')
          .that.matches(new RegExp(`^"${name}" is .+\\. Set it to .+ or leave it out\\.$`));
      }
    });
  }
});
