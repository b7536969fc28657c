import {expect} from 'chai';
import {DemoPage} from './demo-page.js';
import {LANGS} from './people.js';
import {until} from './until.js';

const PAGES = [
  '',
  'plain.html',
  'banner-inline.html',
  'my-consent.html',
  ...LANGS.map((lang) => `policy/2026-10-01.${lang}.html`),
];

describe('the security policy of the demo', function () {
  this.timeout(60_000);

  for (const address of PAGES) {
    it(`blocks nothing that /${address} does by itself`, async () => {
      const page = await DemoPage.open(address);
      const element = page.document.querySelector('ipsm-consent-banner, ipsm-consent-checkbox');
      if (element) await until('the policy', () => element.matches(':state(ready)'));
      // The manifest that a page carries is data: no policy is asked about it.
      const inline = 'style, script:not([src], [type="application/json"]), [style]:not(html, body)';
      expect(page.document.querySelectorAll(inline)).to.have.length(0);
      expect(page.problems).to.deep.equal([]);
    });
  }

  it('blocks what is not the page’s own, and these tests hear of it', async () => {
    const page = await DemoPage.openForm('');
    const style = page.document.createElement('style');
    style.textContent = 'body { color: red }';
    page.document.head.append(style);
    await until('the violation', () => page.problems.length > 0);
    expect(page.problems).to.deep.equal(['style-src-elem blocked inline']);
    expect(style.sheet?.cssRules ?? []).to.have.length(0);
  });

  it('lets no text become markup', async () => {
    const page = await DemoPage.openForm('');
    const place = page.document.createElement('div');
    expect(() => (place.innerHTML = '<b>text</b>')).to.throw(page.window.TypeError);
    expect(place.childNodes).to.have.length(0);
  });
});
