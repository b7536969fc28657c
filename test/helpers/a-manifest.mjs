import {createHash} from 'node:crypto';

const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** A notice with a point in each layer. */
const aNotice = (mark) => ({
  question: `Question ${mark}?`,
  brief: `Brief ${mark}`,
  title: `Title ${mark}`,
  points: [{id: 'data', label: 'Data', text: `Data ${mark}`, clauses: ['2.3']}],
  details: [{id: 'others', label: 'Others', text: `Others ${mark}`, clauses: ['3.4']}],
  agree: `I agree ${mark}`,
  accept: `Yes ${mark}`,
  decline: `No ${mark}`,
  purposes: {ads: `Ads ${mark}`},
});

/** Terms that leave nothing unsaid. */
const someTerms = () => ({
  term: 'until-purpose-achieved',
  purposes: [
    {id: 'services', clause: '2.2.1', dpv: 'dpv:RequestedServiceProvision', required: true},
    {id: 'ads', clause: '2.2.4', dpv: 'dpv:DirectMarketing', required: false},
  ],
  data: [{id: 'name', clause: '2.3', dpv: 'pd:Name'}],
  thirdParties: {transfer: true, who: ['state-bodies']},
  crossBorder: {transfer: true, countries: ['DE']},
  publicSources: false,
  storage: {locations: ['KZ'], retention: 'P5Y'},
  automated: true,
  withdraw: {url: 'https://operator.example/withdraw', email: 'privacy@operator.example'},
});

const aRelease = (version, effectiveFrom, langs, changes) => ({
  version,
  effectiveFrom,
  change: 'material',
  cancelled: null,
  operator: {
    name: 'Operator LLP',
    bin: '123456789012',
    address: 'Almaty, Abay 1',
    email: 'hello@operator.example',
    url: 'https://operator.example/',
  },
  official: ['kk'],
  documents: Object.fromEntries(
    langs.map((lang) => {
      const url = `${version}.${lang}.html`;
      return [lang, {url, sha256: sha256(url), anchor: '#{clause}'}];
    }),
  ),
  notice: Object.fromEntries(langs.map((lang) => [lang, {...aNotice(lang), ...changes}])),
  terms: someTerms(),
});

/** A manifest with two releases that leave nothing unsaid. */
export const aManifest = () => ({
  schema: 'ipsm-policy/1',
  id: 'some-policy',
  jurisdiction: 'KZ',
  releases: [
    aRelease('one', '2026-01-01T00:00:00+05:00', ['kk', 'ru', 'en']),
    aRelease('two', '2026-06-01T00:00:00+05:00', ['kk', 'ru', 'en'], {changes: ['News']}),
  ],
});
