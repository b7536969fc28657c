import type {Manifest, Notice, Operator, Release, Terms} from '../../src/core/manifest.js';
import type {ConsentRecord} from '../../src/core/record.js';

/** The words of a notice, marked so that two of them can be told apart. */
export const aNotice = (mark: string): Notice => ({
  title: `Title ${mark}`,
  points: [{id: 'data', clause: '2.3', text: `Data ${mark}`, more: `More ${mark}`}],
  agree: `I agree ${mark}`,
  accept: `Yes ${mark}`,
  decline: `No ${mark}`,
  purposes: {ads: `Ads ${mark}`},
});

/** Terms that leave nothing unsaid. */
export const completeTerms = (): Terms => ({
  term: 'until-purpose-achieved',
  purposes: [
    {id: 'services', clause: '2.2.1', dpv: 'dpv:RequestedServiceProvision', required: true},
    {id: 'ads', clause: '2.2.4', dpv: 'dpv:DirectMarketing', required: false},
  ],
  data: [{id: 'name', clause: '2.3.1', dpv: 'pd:Name'}],
  thirdParties: {transfer: true, who: ['state-bodies']},
  crossBorder: {transfer: true, countries: ['DE']},
  publicSources: false,
  storage: {locations: ['KZ'], retention: 'P5Y'},
  automated: true,
  withdraw: {url: 'https://operator.example/withdraw', email: 'privacy@operator.example'},
});

/** A release that leaves nothing unsaid. */
export const aRelease = (change: Partial<Release> = {}): Release => ({
  version: '2026-01-01',
  effectiveFrom: '2026-01-01T00:00:00+05:00',
  change: 'material',
  documents: {
    kk: {url: 'https://operator.example/kk.html', sha256: 'a'.repeat(64), anchor: '#{clause}'},
    ru: {url: 'https://operator.example/ru.html', sha256: 'b'.repeat(64), anchor: '#{clause}'},
    en: {url: 'https://operator.example/en.html', sha256: 'c'.repeat(64), anchor: '#{clause}'},
  },
  notice: {kk: aNotice('kk'), ru: aNotice('ru'), en: aNotice('en')},
  terms: completeTerms(),
  ...change,
});

/** An operator that leaves nothing unsaid. */
export const anOperator = (change: Partial<Operator> = {}): Operator => ({
  name: 'Operator LLP',
  bin: '123456789012',
  address: 'Almaty, Abay 1',
  email: 'hello@operator.example',
  url: 'https://operator.example/',
  ...change,
});

/** A manifest with these releases, or with one that leaves nothing unsaid. */
export const aManifest = (...releases: Partial<Release>[]): Manifest => ({
  schema: 'ipsm-policy/1',
  id: 'some-policy',
  jurisdiction: 'KZ',
  operator: anOperator(),
  releases: releases.length ? releases.map(aRelease) : [aRelease()],
});

/** Changes to some members of some parts. */
type Change<T> = {[K in keyof T]?: T[K] extends object ? Partial<T[K]> : T[K]};

/** A decision, a consent unless told, about the first release of {@link aManifest}, written down by hand. */
export function aRecord(
  change: Change<Pick<ConsentRecord, 'id' | 'event' | 'subject' | 'policy'>> = {},
): ConsentRecord {
  const {term, purposes, ...terms} = completeTerms();
  return {
    schema: 'ipsm-consent-record/1',
    id: change.id ?? '0b8f5c1e-6f0a-4c55-9d0e-2d7a3f0c9a11',
    prev: null,
    jurisdiction: 'KZ',
    event: {
      state: 'given',
      time: '2026-03-05T10:00:00.000Z',
      by: 'self',
      method: 'form-checkbox',
      valid: term,
      ...change.event,
    },
    subject: {ref: null, nameFields: [], ...change.subject},
    operator: anOperator(),
    policy: {
      id: 'some-policy',
      version: '2026-01-01',
      lang: 'kk',
      url: 'https://operator.example/kk.html',
      sha256: 'a'.repeat(64),
      source: 'network',
      effectiveFrom: '2026-01-01T00:00:00+05:00',
      ...change.policy,
    },
    notice: {lang: 'kk', sha256: 'd'.repeat(64)},
    purposes: purposes.map((purpose) => ({
      ...purpose,
      decision: !purpose.required
        ? 'not-asked'
        : (change.event?.state ?? 'given') === 'given'
          ? 'given'
          : 'declined',
    })),
    ...terms,
    gaps: [],
    generator: 'ipsm-consent/0.1.0',
  };
}
