// What is measured against what: the same registration page each time, with one thing added.
import {readFileSync} from 'node:fs';
import {printFallback, printPurposeFallback} from 'ipsm-consent/fallback';
import {ipsmPolicy} from 'ipsm-consent/policies/ipsm';
import {emptyElement} from './empty-element.mjs';
import {handWrittenBanner, handWrittenCheckbox} from './hand-written.mjs';
import {bundledPeer, peer} from './peers.mjs';

/**
 * @typedef {object} Subject
 * @property {string} name
 * @property {string} page path of its page
 * @property {string} [drawn] JavaScript: the element that a person waits for, once it is there
 * @property {string} [like] name of the subject by which it is to be readable
 * @property {string} [agree] JavaScript: what a person presses to agree
 */

const SIGNATURE = `<p>Тіркелу үшін нысанды толтырыңыз. Барлық өріс міндетті.</p>`.repeat(6);
const FIELDS = ['Тегі', 'Аты', 'Әкесінің аты', 'Электрондық пошта', 'Телефон']
  .map((label, i) => `<p><label>${label} <input name="f${i}"></label></p>`)
  .join('');

/** @param {{head?: string, banner?: string, checkbox?: string}} added */
const html = ({head = '', banner = '', checkbox = ''}) => `<!doctype html>
<html lang="kk"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Тіркелу</title><link rel="icon" href="data:,">${head}</head>
<body>${banner}<h1>Тіркелу</h1>${SIGNATURE}<form id="form">${FIELDS}${checkbox}<button>Тіркелу</button></form></body></html>`;

/** @param {string} file */
const script = (file) => `<script src="/${file}"></script>`;
const inBanner = (selector) =>
  `document.querySelector('ipsm-consent-banner')?.shadowRoot?.querySelector('${selector}')`;
const inBox = (selector) =>
  `document.querySelector('ipsm-consent-checkbox')?.shadowRoot?.querySelector('${selector}')`;

const {manifest} = ipsmPolicy;
const [release] = manifest.releases;
const HAND_WRITTEN = 'checkbox, hand-written HTML';
const HAND_WRITTEN_STYLED = 'the same, on a page with a style sheet';
const FALLBACK_CSS = 'dist/cdn/ipsm-consent-fallback.css';
const FALLBACK_STYLES = '<link rel="stylesheet" href="/ipsm-consent-fallback.css">';
const fallback = await printFallback(manifest, {lang: 'kk'});
const PRERENDERED = `<ipsm-consent-checkbox name="consent">${fallback}</ipsm-consent-checkbox>`;
const PURPOSES = ['ads', 'research']
  .map(
    (purpose, i) =>
      `<ipsm-consent-checkbox name="${purpose}" purpose="${purpose}">${printPurposeFallback(manifest, {lang: 'kk', purpose, isFirst: i === 0})}</ipsm-consent-checkbox>`,
  )
  .join('');

/** @type {(Omit<Subject, 'page'> & Parameters<typeof html>[0])[]} */
const OWN = [
  {name: 'nothing added'},
  {
    name: 'empty LitElement',
    head: script('empty-element.js'),
    banner: '<empty-element></empty-element>',
    drawn: `document.querySelector('empty-element')?.shadowRoot?.querySelector('p')`,
  },
  {
    name: 'banner, hand-written HTML',
    banner: handWrittenBanner(release),
    drawn: `document.querySelector('#answers button')`,
    agree: `document.querySelector('#answers button')`,
  },
  ...['', 'kk.'].map((lang) => ({
    name: `**banner**, ${lang ? 'one language' : 'three languages'}`,
    head: script(`ipsm-consent.${lang}min.js`),
    banner: '<ipsm-consent-banner></ipsm-consent-banner>',
    drawn: inBanner('[part=answer-button]'),
    agree: inBanner('[part=answer-button]'),
  })),
  {
    name: HAND_WRITTEN,
    checkbox: handWrittenCheckbox(release),
    drawn: `document.querySelector('#agree')`,
    agree: `document.querySelector('#agree')`,
  },
  {
    name: '**checkbox**',
    head: script('ipsm-consent-checkbox.kk.min.js'),
    checkbox: '<ipsm-consent-checkbox name="consent"></ipsm-consent-checkbox>',
    drawn: inBox('input:enabled'),
    agree: inBox('input:enabled'),
  },
  {
    name: HAND_WRITTEN_STYLED,
    head: '<link rel="stylesheet" href="/page.css">',
    checkbox: handWrittenCheckbox(release),
    drawn: `document.querySelector('#agree')`,
    agree: `document.querySelector('#agree')`,
  },
  ...[
    ['styles in it', `<style>${readFileSync(FALLBACK_CSS, 'utf8')}</style>`, HAND_WRITTEN],
    [
      'sheet beside another',
      `<link rel="stylesheet" href="/page.css">${FALLBACK_STYLES}`,
      HAND_WRITTEN_STYLED,
    ],
    ['sheet alone', FALLBACK_STYLES, HAND_WRITTEN],
  ].map(([how, styles, like]) => ({
    name: `**prerendered**, ${how}`,
    like,
    head: `${styles}<script src="/ipsm-consent-checkbox.kk.min.js" defer></script>`,
    checkbox: PRERENDERED,
    // the element's own sentence takes the very place of the fallback's
    drawn: `(${inBox('[part=sentence]')} ?? document.querySelector('.ipsm-sentence'))`,
    agree: `(${inBox('input:enabled')} ?? document.querySelector('ipsm-consent-checkbox input'))`,
  })),
  {
    name: '**registration page**',
    like: HAND_WRITTEN,
    head: `<style>${readFileSync(FALLBACK_CSS, 'utf8')}</style><script src="/ipsm-consent.min.js" defer></script>`,
    banner: '<ipsm-consent-banner></ipsm-consent-banner>',
    checkbox: `${PRERENDERED}${PURPOSES}<ipsm-policy-summary></ipsm-policy-summary>`,
    drawn: `(${inBox('[part=sentence]')} ?? document.querySelector('.ipsm-sentence'))`,
    agree: `(${inBox('input:enabled')} ?? document.querySelector('ipsm-consent-checkbox input'))`,
  },
];

const OREJIME = {
  name: 'orejime 3.2.1',
  head:
    `<link rel="stylesheet" href="/orejime.css"><script>window.orejimeConfig = {privacyPolicyUrl: 'https://ipsm.kz/',` +
    `purposes: [{id: 'ads', title: 'Ads', cookies: []}]}</script>${script('orejime.js')}`,
  drawn: `document.querySelector('.orejime-Banner-saveButton')`,
  agree: `document.querySelector('.orejime-Banner-saveButton')`,
};

const VCC_TEXTS = `{title: 'IPSM', description: 'IPSM', acceptAllBtn: 'Accept', acceptNecessaryBtn: 'Reject'}`;
const VCC = {
  name: 'vanilla-cookieconsent 3.1.0',
  head: `<link rel="stylesheet" href="/cookieconsent.css">${script('cookieconsent.js')}`,
  checkbox:
    `<script>CookieConsent.run({hideFromBots: false, categories: {necessary: {enabled: true, readOnly: true}}, language: {default: 'en',` +
    `translations: {en: {consentModal: ${VCC_TEXTS}, preferencesModal: {sections: []}}}}})</script>`,
  drawn: `document.querySelector('#cc-main .cm__btn[data-role=all]')`,
  agree: `document.querySelector('#cc-main .cm__btn[data-role=all]')`,
};

/** A bare checkbox of others, which knows nothing of policies. @param {string} name @param {string} tag @param {string} file */
const checkboxOf = (name, tag, file) => ({
  name,
  head: script(file),
  checkbox: `<label><${tag} name="consent"></${tag}> IPSM</label>`,
  drawn: `document.querySelector('${tag}')?.shadowRoot?.querySelector('input')`,
  agree: `document.querySelector('${tag}')`,
});

/** What is compared, and what a server needs for it. @returns {Promise<{subjects: Subject[], pages: object, files: object}>} */
export async function subjects() {
  const cdn = ['ipsm-consent.min.js', 'ipsm-consent.kk.min.js', 'ipsm-consent-checkbox.kk.min.js'];
  const files = Object.fromEntries(cdn.map((file) => [`/${file}`, `dist/cdn/${file}`]));
  files['/ipsm-consent-fallback.css'] = FALLBACK_CSS;
  files['/page.css'] = 'bench/browser/page.css';
  files['/empty-element.js'] = await emptyElement();
  const all = [...OWN];
  const [orejime, vcc] = [peer('orejime@3.2.1'), peer('vanilla-cookieconsent@3.1.0')];
  if (orejime) {
    all.push(OREJIME);
    files['/orejime.js'] = `${orejime}/dist/orejime-standard-en.js`;
    files['/orejime.css'] = `${orejime}/dist/orejime-standard.css`;
  }
  if (vcc) {
    all.push(VCC);
    files['/cookieconsent.js'] = `${vcc}/dist/cookieconsent.umd.js`;
    files['/cookieconsent.css'] = `${vcc}/dist/cookieconsent.css`;
  }
  const material = await bundledPeer('@material/web@2.5.0', 'checkbox/checkbox.js');
  if (material) {
    all.push(checkboxOf('md-checkbox 2.5.0 (Material)', 'md-checkbox', 'material.js'));
    files['/material.js'] = material;
  }
  const awesome = await bundledPeer(
    '@awesome.me/webawesome@3.14.0',
    'dist-cdn/components/checkbox/checkbox.js',
  );
  if (awesome) {
    all.push(checkboxOf('wa-checkbox 3.14.0 (Web Awesome)', 'wa-checkbox', 'awesome.js'));
    files['/awesome.js'] = awesome;
  }
  const numbered = all.map((subject, i) => ({...subject, page: `/${i}.html`}));
  const pages = Object.fromEntries(numbered.map((subject) => [subject.page, html(subject)]));
  return {subjects: numbered, pages, files};
}
