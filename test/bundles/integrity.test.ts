import {expect} from 'chai';
import type {ConsentCheckboxElement} from '../../src/elements/checkbox/consent-checkbox-element.js';
import {entriesOf} from '../helpers/page.js';
import {FILES} from './files.js';
import {openMarkup} from './open-markup.js';

const BODY = `<form><ipsm-consent-checkbox name="consent">
  <label><input type="checkbox" name="consent" required /> Consent</label>
</ipsm-consent-checkbox></form>`;
const sums = (await (await fetch('/dist/sri.json')).json()) as Record<string, string>;
/** The same server by another name: to the browser, a CDN. */
const cdn = new URL('/dist/cdn/', location.href);
cdn.hostname = cdn.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
const script = (file: string, sum: string) =>
  `<script src="${cdn.href}${file}" integrity="${sum}" crossorigin="anonymous"></script>`;

describe('integrity', () => {
  for (const {file} of FILES) {
    it(`lets ${file} run from another origin by its digest in sri.json`, async () => {
      const {window} = await openMarkup(script(file, sums[file]!), BODY);
      expect(window.customElements.get('ipsm-consent-checkbox')).to.be.a('function');
    });
  }

  it('keeps out a file that is not the one meant; the fallback then asks for the tick', async () => {
    const {window, document} = await openMarkup(
      script('ipsm-consent.kk.min.js', sums['ipsm-consent.min.js']!),
      BODY,
    );
    expect(window.customElements.get('ipsm-consent-checkbox')).to.equal(undefined);
    const form = document.querySelector('form')!;
    expect(form.checkValidity()).to.equal(false);
    (document.querySelector('ipsm-consent-checkbox input') as HTMLInputElement).checked = true;
    expect(entriesOf(form)).to.deep.equal({consent: 'on'});
    expect(document.querySelector<ConsentCheckboxElement>('ipsm-consent-checkbox')!.shadowRoot).to.equal(
      null,
    );
  });
});
