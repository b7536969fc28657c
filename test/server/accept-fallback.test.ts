import {expect} from 'chai';
import {currentRelease, noticeDigests, sha256} from '../../src/core/index.js';
import {createVerifier, type FallbackOptions, type PostedFields} from '../../src/server/index.js';
import {aManifest} from '../helpers/policy.js';
import {inShort} from '../helpers/verdict.js';

const now = new Date('2026-03-05T10:00:00.000Z');
const manifest = aManifest();
const release = currentRelease(manifest, now)!;
const {version} = release;
const digests = await noticeDigests(release, sha256);
const NOTICE = `${version} kk ${digests['kk']}`;

const accept = async (fields: PostedFields, options: Partial<FallbackOptions> = {}) =>
  (await createVerifier(manifest)).acceptFallback(fields, {name: 'consent', now, ...options});

const form = (fields: Record<string, string | string[]>): [string, PostedFields][] => {
  const data = new FormData();
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const each of [value].flat()) {
      data.append(name, each);
      search.append(name, each);
    }
  }
  return [
    ['FormData', data],
    ['URLSearchParams', search],
    ['a parsed body', fields],
  ];
};

describe('a form that was sent without script', () => {
  for (const [kind, fields] of form({'user[consent]': 'on', 'user[consent-notice]': NOTICE, ads: 'on'})) {
    it(`becomes a record that the verifier takes, from ${kind}`, async () => {
      const verdict = await accept(fields, {
        name: 'user[consent]',
        purposes: {ads: 'ads'},
        subjectFields: ['surname'],
      });
      if (!verdict.ok) throw new Error(inShort(verdict).join());
      const {record, entry} = verdict;
      expect(record.event).to.include({state: 'given', method: 'form-fallback', time: now.toISOString()});
      expect(record.policy).to.include({version, source: 'inline', manifest: null});
      expect(record.subject).to.deep.equal({ref: null, nameFields: ['surname']});
      expect(record.purposes.find(({id}) => id === 'ads')).to.include({decision: 'given'});
      const verifier = await createVerifier(manifest);
      expect(verifier.verifyRecord(entry)).to.deep.include({ok: true, record});
      expect(verifier.acceptConsent(entry, {now})).to.include({ok: true});
    });
  }

  it('has another id each time', async () => {
    const [[, fields]] = form({consent: 'on', 'consent-notice': NOTICE}) as [[string, PostedFields]];
    const [one, two] = [await accept(fields), await accept(fields)];
    expect(one.ok && two.ok && one.record.id !== two.record.id).to.be.true;
  });

  it('says that a purpose was declined where its box was there and left, and not asked where it has none', async () => {
    const [[, fields]] = form({consent: 'on', 'consent-notice': NOTICE}) as [[string, PostedFields]];
    const decisionOf = async (purposes: Record<string, string>) => {
      const verdict = await accept(fields, {purposes});
      return verdict.ok && verdict.record.purposes.find(({id}) => id === 'ads')?.decision;
    };
    expect(await decisionOf({ads: 'ads-box'})).to.equal('declined');
    expect(await decisionOf({})).to.equal('not-asked');
  });

  for (const sent of ['on', 'ON', '1', 'true', 'yes', true, ['0', '1']]) {
    it(`holds a tick where the box's field is ${JSON.stringify(sent)}`, async () => {
      const fields = {consent: sent, 'consent-notice': NOTICE, ads: sent};
      const verdict = await accept(fields, {purposes: {ads: 'ads'}});
      expect(verdict.ok && verdict.record.purposes.find(({id}) => id === 'ads')?.decision).to.equal('given');
    });
  }

  for (const sent of [
    ...['', '0', 'off', 'false', 'FALSE', 'no', 'null', 'undefined', 'NaN', ' ', 'жоқ', 'нет'],
    ...[false, 0, 1, null, undefined, {}, [], ['0'], [0], [['on']], {on: 'on'}],
  ]) {
    it(`holds no tick where the box's field is ${JSON.stringify(sent) ?? 'undefined'}`, async () => {
      const posted = {consent: sent, 'consent-notice': NOTICE};
      expect(inShort(await accept(posted))).to.deep.equal(['missing']);
      const verdict = await accept({...posted, consent: 'on', ads: sent}, {purposes: {ads: 'ads'}});
      expect(verdict.ok && verdict.record.purposes.find(({id}) => id === 'ads')?.decision).to.equal(
        'declined',
      );
    });
  }

  it('is read where the body’s parser has made objects of the brackets', async () => {
    const inUser = {user: {consent: 'on', 'consent-notice': NOTICE, 'ads[]': 'x', ads: ['on']}};
    const verdict = await accept(inUser, {name: 'user[consent]', purposes: {ads: 'user[ads][]'}});
    expect(verdict.ok && verdict.record.purposes.find(({id}) => id === 'ads')?.decision).to.equal('given');
    expect(inShort(await accept({user: 'on'}, {name: 'user[length]'}))).to.deep.equal(['missing']);
    expect(inShort(await accept({user: {}}, {name: 'user[constructor]'}))).to.deep.equal(['missing']);
  });

  for (const nothing of [undefined, null, {}]) {
    it(`is no consent where the body is ${JSON.stringify(nothing) ?? 'undefined'}, which is what a server has of one that it cannot parse`, async () => {
      expect(inShort(await accept(nothing))).to.deep.equal(['missing']);
    });
  }

  const other = 'a'.repeat(64);
  for (const [what, fields, expected, options] of [
    ['the box was not ticked, though the notice is there', {'consent-notice': NOTICE}, 'missing'],
    ['there is no notice', {consent: 'on'}, 'missing'],
    ['there are two notices', {consent: 'on', 'consent-notice': [NOTICE, NOTICE]}, 'type'],
    ['the notice is no three words', {consent: 'on', 'consent-notice': `${NOTICE} x`}, 'value'],
    [
      'the version is unknown',
      {consent: 'on', 'consent-notice': `x kk ${other}`},
      'unknown-version policy.version',
    ],
    [
      'the language is',
      {consent: 'on', 'consent-notice': `${version} de ${other}`},
      'unknown-language notice.lang',
    ],
    [
      'the words are others',
      {consent: 'on', 'consent-notice': `${version} kk ${other}`},
      'altered notice.sha256',
    ],
    ['a name of Object’s own is meant', {consent: 'on'}, 'missing', {name: 'constructor'}],
  ] as [string, Record<string, string | string[]>, string, Partial<FallbackOptions>?][]) {
    it(`is no consent where ${what}`, async () => {
      for (const [kind, posted] of form(fields)) {
        expect(inShort(await accept(posted, options)), kind).to.deep.equal([expected]);
      }
    });
  }
});
