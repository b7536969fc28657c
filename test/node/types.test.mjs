import assert from 'node:assert/strict';
import {dirname, join} from 'node:path';
import {before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {compiled} from '../helpers/compiled.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What the types say of a right use and of a wrong one beside it. */
const uses = [
  {
    what: 'the event of a change at an element',
    right: `checkbox.addEventListener('ipsm-consent-change', (event) => event.cause);`,
    wrong: `checkbox.addEventListener('ipsm-consent-change', (event) => event.reason);`,
  },
  {
    what: 'the event of a change at the document',
    right: `document.addEventListener('ipsm-consent-change', (event) => event.record?.event.state);`,
    wrong: `document.addEventListener('ipsm-consent-change', (event) => event.record.event.state);`,
  },
  {
    what: 'the event of a change at the window',
    right: `addEventListener('ipsm-consent-change', ({status}) => status === 'given');`,
    wrong: `addEventListener('ipsm-consent-change', ({status}) => status === 'accepted');`,
  },
  {
    what: 'the cause of a change',
    right: `document.addEventListener('ipsm-consent-change', ({cause}) => cause === 'withdraw');`,
    wrong: `document.addEventListener('ipsm-consent-change', ({cause}) => cause === 'withdrawn');`,
  },
  {
    what: 'the code of an error',
    right: `addEventListener('ipsm-consent-error', ({code}) => code === 'manifest-unreachable');`,
    wrong: `addEventListener('ipsm-consent-error', ({code}) => code === 'manifest-unreachabel');`,
  },
  {
    what: 'the event before the banner opens',
    right: `document.addEventListener('ipsm-consent-open', (event) => event.preventDefault());`,
    wrong: `document.addEventListener('ipsm-consent-open', (event) => event.code);`,
  },
  {
    what: 'the event of a change at a shadow root',
    right: `checkbox.shadowRoot?.addEventListener('ipsm-consent-change', (event) => event.cause);`,
    wrong: `checkbox.shadowRoot?.addEventListener('ipsm-consent-change', (event) => event.reason);`,
  },
  {
    what: 'the code of a refusal',
    right: `checkbox.reask('', {code: 'not-current', id: 'x'});`,
    wrong: `checkbox.reask('', {code: 'nonsense', id: 'x'});`,
  },
  {
    what: 'a refusal as a server answers it',
    right: `const {refusal}: {refusal?: ServerRefusal} = JSON.parse('{}'); checkbox.reask('', refusal);`,
    wrong: `const {refusal}: {refusal?: string} = JSON.parse('{}'); checkbox.reask('', refusal);`,
  },
  {
    what: 'storage in the settings of the page',
    right: `configure({storage: 'cookie'});`,
    wrong: `configure({storage: 'cookies'});`,
  },
  {
    what: 'storage of an element',
    right: `checkbox.storage = 'memory';`,
    wrong: `checkbox.storage = 'session';`,
  },
  {
    what: 'placement of the banner',
    right: `banner.placement = 'inline';`,
    wrong: `banner.placement = 'footer';`,
  },
  {
    what: 'who agrees',
    right: `checkbox.by = 'representative';`,
    wrong: `checkbox.by = 'representativ';`,
  },
  {
    what: 'what querySelector finds by a tag',
    right: `document.querySelector('ipsm-consent-status')?.withdraw();`,
    wrong: `document.querySelector('ipsm-consent-stat')?.withdraw();`,
  },
  {
    what: 'what createElement makes of a tag',
    right: `document.createElement('ipsm-consent-banner').show();`,
    wrong: `document.createElement('ipsm-policy-summary').show();`,
  },
];

const BEGINNING = `
import {configure, type ServerRefusal} from 'ipsm-consent';
import 'ipsm-consent/define/ipsm-consent-checkbox.js';
const checkbox = document.createElement('ipsm-consent-checkbox');
const banner = document.createElement('ipsm-consent-banner');
export {configure, checkbox, banner};
export type {ServerRefusal};
`;

/** Sources that exist in memory only, in the package: so its own name leads to what it exports. @type {Map<string, string>} */
const files = new Map(
  uses.flatMap(({right, wrong}, i) => [
    [join(root, `right-${i}.ts`), BEGINNING + right],
    [join(root, `wrong-${i}.ts`), BEGINNING + wrong],
  ]),
);

/** What the compiler says of each. @type {Map<string, string[]>} */
let said;
before(() => (said = compiled(files, {exactOptionalPropertyTypes: true, types: []})));

describe('the types of the package', () => {
  for (const [i, {what, right, wrong}] of uses.entries()) {
    it(`take ${what}: ${right}`, () => assert.deepEqual(said.get(join(root, `right-${i}.ts`)), []));
    it(`refuse in ${what}: ${wrong}`, () => assert.equal(said.get(join(root, `wrong-${i}.ts`))?.length, 1));
  }
});
