// What is measured against what: the same registration page each time, with one thing added.
import {ipsmPolicy} from 'ipsm-consent/policies/ipsm';
import {emptyElement} from './empty-element.mjs';
import {handWrittenBanner, handWrittenCheckbox} from './hand-written.mjs';
import {peer} from './peers.mjs';

/**
 * @typedef {object} Subject
 * @property {string} name
 * @property {string} page path of its page
 * @property {string} [drawn] JavaScript: the element that a person waits for, once it is there
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
    banner: handWrittenBanner(ipsmPolicy.manifest.releases[0]),
    drawn: `document.querySelector('#answers button')`,
    agree: `document.querySelector('#answers button')`,
  },
  ...['', 'kk.'].map((lang) => ({
    name: `**our banner**, ${lang ? 'one language' : 'three languages'}`,
    head: script(`ipsm-consent.${lang}min.js`),
    banner: '<ipsm-consent-banner></ipsm-consent-banner>',
    drawn: inBanner('[part=accept-button]'),
    agree: inBanner('[part=accept-button]'),
  })),
  {
    name: 'checkbox, hand-written HTML',
    checkbox: handWrittenCheckbox(ipsmPolicy.manifest.releases[0]),
    drawn: `document.querySelector('#agree')`,
    agree: `document.querySelector('#agree')`,
  },
  {
    name: '**our checkbox**, one language',
    head: script('ipsm-consent-checkbox.kk.min.js'),
    checkbox: '<ipsm-consent-checkbox name="consent"></ipsm-consent-checkbox>',
    drawn: inBox('input:enabled'),
    agree: inBox('input:enabled'),
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

/** What is compared, and what a server needs for it. @returns {Promise<{subjects: Subject[], pages: object, files: object}>} */
export async function subjects() {
  const cdn = ['ipsm-consent.min.js', 'ipsm-consent.kk.min.js', 'ipsm-consent-checkbox.kk.min.js'];
  const files = Object.fromEntries(cdn.map((file) => [`/${file}`, `dist/cdn/${file}`]));
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
  const numbered = all.map((subject, i) => ({...subject, page: `/${i}.html`}));
  const pages = Object.fromEntries(numbered.map((subject) => [subject.page, html(subject)]));
  return {subjects: numbered, pages, files};
}
