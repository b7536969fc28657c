import {readFileSync} from 'node:fs';
import {Authorization} from './ledger-password.mjs';
import {recordsOf} from './records.mjs';

export {Authorization, ledgerPassword} from './ledger-password.mjs';
export {prevOf, recordsOf} from './records.mjs';

export const aigerim = {
  surname: 'Өтеғұлова',
  given: 'Әйгерім',
  patronymic: 'Һамитқызы',
  email: 'aigerim@example.kz',
  phone: '+7 701 123 45 67',
};

/** Makes records about the demo's policy. */
export const decision = await recordsOf(
  JSON.parse(readFileSync(new URL('../../demo/policy/manifest.json', import.meta.url), 'utf8')),
);

/** The form as a browser sends it. */
export function formOf(entries) {
  const form = new FormData();
  for (const [name, value] of Object.entries(entries)) form.append(name, value);
  return form;
}

/** Sends a registration; the answer as JSON. */
export async function register(app, text, fields = aigerim) {
  const response = await app.request('/register', {
    method: 'POST',
    body: formOf({...fields, lang: 'en', consent: 'on', ...(text && {'consent-record': text})}),
    headers: {Accept: 'application/json'},
  });
  return {status: response.status, answer: await response.json()};
}

/** The ledger as a person reads it. */
export async function readLedger(app, query = '') {
  const response = await app.request(`/ledger?lang=en&${query}`, {headers: {Authorization}});
  return {status: response.status, headers: response.headers, html: await response.text()};
}

/** The part of the ledger's page about one record. */
export async function entryOf(app, id, query = '') {
  const {html} = await readLedger(app, `record=${id}&${query}`);
  return /<article[\s\S]*<\/article>/.exec(html)?.[0] ?? '';
}

/** HTML as text, white space folded. */
export const plain = (html) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
