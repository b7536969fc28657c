import {expect} from 'chai';
import type {ConsentCheckboxElement} from '../../src/elements/checkbox/consent-checkbox-element.js';
import {tick} from '../helpers/page.js';
import {UNTICKED} from './files.js';
import {openMarkup} from './open-markup.js';

const BODY = '<form><ipsm-consent-checkbox name="consent"></ipsm-consent-checkbox></form>';
const SETTINGS =
  'data-ipsm-lang="ru" data-ipsm-policy="/demo/policy/manifest.json" data-ipsm-storage="memory"';

describe('settings on the script tag', () => {
  for (const attributes of ['', 'defer', 'async', 'type="module" data-ipsm-consent']) {
    it(`are in force from the first message on: <script ${attributes}>`, async () => {
      const script = `<script src="/dist/cdn/ipsm-consent.min.js" ${attributes} ${SETTINGS}></script>`;
      const {document} = await openMarkup(script, BODY, 'en');
      const element = document.querySelector<ConsentCheckboxElement>('ipsm-consent-checkbox')!;
      while (!element.matches(':state(ready)')) await new Promise(requestAnimationFrame);
      expect(element.validationMessage).to.equal(UNTICKED.ru);
      await tick(element);
      expect(element.record!.policy.source).to.equal('network');
      element.commit();
      expect(Object.keys(localStorage)).to.deep.equal([]);
    });
  }

  it('are not looked for at other scripts', async () => {
    const script = `<script src="data:text/javascript," ${SETTINGS}></script>
      <script type="module" src="/dist/cdn/ipsm-consent.min.js"></script>`;
    const {document} = await openMarkup(script, BODY, 'en');
    const element = document.querySelector<ConsentCheckboxElement>('ipsm-consent-checkbox')!;
    expect(element.validationMessage).to.equal(UNTICKED.en);
  });
});
