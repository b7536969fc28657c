import {expect} from 'chai';
import {openMarkup} from '../bundles/open-markup.js';
import {boxOf, tick} from '../helpers/page.js';
import {until} from '../helpers/publish.js';

const BUNDLE = '<script src="/dist/cdn/ipsm-consent.min.js" defer></script>';
const module = (name: string) => `<script type="module" src="/test/any-page/pages/${name}.ts"></script>`;

const BODY = `<ipsm-consent-banner></ipsm-consent-banner>
  <form><ipsm-consent-checkbox name="consent"></ipsm-consent-checkbox></form>
  <ipsm-policy-summary></ipsm-policy-summary>`;

describe('a page with Lit’s support for what a server has drawn', function () {
  this.timeout(8_000);

  for (const [how, head] of [
    ['that came first', module('hydration-before')],
    ['that came later', module('hydration-after')],
    ['before the script tag’s file', module('hydration') + BUNDLE],
    ['after the script tag’s file', BUNDLE + module('hydration')],
  ] as const) {
    it(`draws each element once, support ${how}`, async () => {
      const {document, window} = await openMarkup(head, BODY);
      await window.customElements.whenDefined('ipsm-policy-summary');
      const drawn = [...document.querySelectorAll('[name], ipsm-consent-banner, ipsm-policy-summary')].map(
        ({shadowRoot}) => shadowRoot?.querySelectorAll('[part~=base]').length,
      );
      expect(drawn).to.deep.equal([1, 1, 1]);
      const element = document.querySelector('ipsm-consent-checkbox')!;
      expect(element.shadowRoot!.querySelectorAll('input').length).to.equal(1);
      await tick(element);
      expect([boxOf(element).checked, element.checked, document.forms[0]!.checkValidity()]).to.deep.equal([
        true,
        true,
        true,
      ]);
    });
  }

  // what the server renderer writes on each registered tag within an element that it drew
  for (const how of ['before', 'after'] as const)
    it(`follows the page’s language in a box that was to wait for its host, support ${how} the elements`, async () => {
      const {document, window} = await openMarkup(
        module(`hydration-${how}`),
        '<form><ipsm-consent-checkbox name="consent" defer-hydration></ipsm-consent-checkbox></form>',
      );
      await window.customElements.whenDefined('ipsm-consent-checkbox');
      const element = document.querySelector('ipsm-consent-checkbox')!;
      await element.updateComplete;
      document.documentElement.lang = 'en';
      await until(() => /I agree/.test(element.shadowRoot!.textContent), 'the sentence in English');
      expect(element.hasAttribute('defer-hydration')).to.equal(false);
    });
});
