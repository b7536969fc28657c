import {createHash} from 'node:crypto';
import {mkdirSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {folder} from './run.mjs';

/** Lower-case hex SHA-256 of a text. */
export const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** A document with the clauses that the notice names. */
export const aDocument = (mark) =>
  `<!doctype html>\n<title>${mark}</title>\n<h2 id="2">Data</h2>\n<p id="2.3">2.3 ${mark}</p>\n<p id=3.4>3.4</p>\n`;

/** A notice with a point in each layer. */
export const aNotice = (mark) => ({
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
export const someTerms = () => ({
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
      return [lang, {url, sha256: sha256(aDocument(`${version} ${lang}`)), anchor: '#{clause}'}];
    }),
  ),
  notice: Object.fromEntries(langs.map((lang) => [lang, {...aNotice(lang), ...changes}])),
  terms: someTerms(),
});

/** A manifest with two releases that `check` has nothing to say about. */
export const aManifest = () => ({
  schema: 'ipsm-policy/1',
  id: 'some-policy',
  jurisdiction: 'KZ',
  releases: [
    aRelease('one', '2026-01-01T00:00:00+05:00', ['kk', 'ru', 'en']),
    aRelease('two', '2026-06-01T00:00:00+05:00', ['kk', 'ru', 'en'], {changes: ['News']}),
  ],
});

/** Writes files into a folder; what is no text as JSON. */
export function write(cwd, files) {
  for (const [name, content] of Object.entries(files)) {
    const path = join(cwd, name);
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`);
  }
}

const documentsOf = (version) =>
  Object.fromEntries(
    ['kk', 'ru', 'en'].map((lang) => [`${version}.${lang}.html`, aDocument(`${version} ${lang}`)]),
  );

/** A folder with {@link aManifest}, changed by `change`, and its documents. */
export function published(t, change = () => {}) {
  const cwd = folder(t);
  const manifest = aManifest();
  change(manifest);
  write(cwd, {'manifest.json': manifest, ...documentsOf('one'), ...documentsOf('two')});
  return cwd;
}

/** A folder with a draft, the parts of a first release in kk and ru, and documents for two more. */
export function unpublished(t) {
  const cwd = folder(t);
  write(cwd, {
    'manifest.json': {...aManifest(), releases: []},
    'kk.json': aNotice('kk'),
    'ru.json': aNotice('ru'),
    'terms.json': someTerms(),
    ...documentsOf('one'),
    ...documentsOf('two'),
    ...documentsOf('three'),
  });
  return cwd;
}

/** Arguments of `add` for a release of an {@link unpublished} folder. */
export const addArgs = (version, effectiveFrom, ...more) => [
  ...['add', 'manifest.json', '--version', version, '--effective-from', effectiveFrom],
  ...['--document', `kk=${version}.kk.html`, '--document', `ru=${version}.ru.html`],
  ...more,
];

/** The first release. */
export const FIRST = [
  ...addArgs('one', '2026-01-01T00:00:00+05:00', '--change', 'material'),
  ...['--notice', 'kk=kk.json', '--notice', 'ru=ru.json', '--terms', 'terms.json'],
];

/** A second one that asks everybody again. */
export const SECOND = [
  ...addArgs('two', '2026-06-01T00:00:00+05:00', '--change', 'material'),
  ...['--changes', 'kk=Жаңа', '--changes', 'ru=Новое', '--changes', 'ru=Ещё новое'],
];
