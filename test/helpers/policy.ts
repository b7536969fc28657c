import {buildRecord, type Decision} from '../../src/core/build-record.js';
import type {Manifest, Notice, Operator, Release, Terms} from '../../src/core/manifest.js';
import type {ConsentRecord} from '../../src/core/record.js';

/** The words of a notice with every field, marked so that two of them can be told apart. */
export const aNotice = (mark: string): Notice => ({
  question: `Question ${mark}?`,
  brief: `Brief ${mark}`,
  title: `Title ${mark}`,
  points: [
    {id: 'data', label: 'Data', text: `Data ${mark}`, clauses: ['2.3.1', 'preamble']},
    {id: 'term', label: 'Term', text: `Term ${mark}`, clauses: []},
  ],
  details: [{id: 'others', label: 'Others', text: `Others ${mark}`, clauses: ['3.4']}],
  clauseNames: {preamble: `Preamble ${mark}`},
  agree: `I agree ${mark}`,
  agreeFor: `I agree for somebody ${mark}`,
  accept: `Yes ${mark}`,
  decline: `No ${mark}`,
  purposes: {ads: `Ads ${mark}`},
  changes: [`Changes ${mark}`],
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

/** An operator that leaves nothing unsaid. */
export const anOperator = (change: Partial<Operator> = {}): Operator => ({
  name: 'Operator LLP',
  bin: '123456789012',
  address: 'Almaty, Abay 1',
  email: 'hello@operator.example',
  url: 'https://operator.example/',
  ...change,
});

/** A release that leaves nothing unsaid. */
export const aRelease = (change: Partial<Release> = {}): Release => ({
  version: '2026-01-01',
  effectiveFrom: '2026-01-01T00:00:00+05:00',
  change: 'material',
  cancelled: null,
  operator: anOperator(),
  official: ['kk'],
  documents: {
    kk: {url: 'https://operator.example/kk.html', sha256: 'a'.repeat(64), anchor: '#{clause}'},
    ru: {url: 'https://operator.example/ru.html', sha256: 'b'.repeat(64), anchor: '#{clause}'},
    en: {url: 'https://operator.example/en.html', sha256: 'c'.repeat(64), anchor: '#{clause}'},
  },
  notice: {kk: aNotice('kk'), ru: aNotice('ru'), en: aNotice('en')},
  terms: completeTerms(),
  ...change,
});

/** A manifest with these releases, a month apart unless told, or with one that leaves nothing unsaid. */
export const aManifest = (...releases: Partial<Release>[]): Manifest => ({
  schema: 'ipsm-policy/1',
  id: 'some-policy',
  jurisdiction: 'KZ',
  releases: (releases.length ? releases : [{}]).map((change, i) =>
    aRelease({effectiveFrom: `2026-${String(i + 1).padStart(2, '0')}-01T00:00:00+05:00`, ...change}),
  ),
});

/** A consent, unless told, on 5 March 2026, with everything that does not follow from a manifest. */
export const aDecision = (change: Partial<Decision> = {}): Decision => ({
  id: '0b8f5c1e-6f0a-4c55-9d0e-2d7a3f0c9a11',
  state: 'given',
  time: new Date('2026-03-05T10:00:00.000Z'),
  method: 'form-checkbox',
  lang: 'kk',
  noticeSha256: 'd'.repeat(64),
  source: 'network',
  manifestUrl: 'https://operator.example/policy/manifest.json',
  ...change,
});

/** Changes to some members of some parts. */
type Change<T> = {[K in keyof T]?: T[K] extends object ? Partial<T[K]> : T[K]};

/** The record of {@link aDecision} about the first release of {@link aManifest}. */
export function aRecord({
  id,
  prev,
  event,
  subject,
  policy,
}: Change<Pick<ConsentRecord, 'id' | 'prev' | 'event' | 'subject' | 'policy'>> = {}): ConsentRecord {
  const decision = aDecision({...(event?.state && {state: event.state}), ...(id && {id})});
  const record = buildRecord(aManifest(), aRelease(), decision);
  return {
    ...record,
    prev: prev ? {id: prev.id, sha256: prev.sha256 ?? null} : null,
    event: {...record.event, ...event},
    subject: {...record.subject, ...subject},
    policy: {...record.policy, ...policy},
  };
}
