import {expect} from 'chai';
import type {ConsentCheckboxElement} from '../../src/elements/checkbox/consent-checkbox-element.js';
import {clickOn} from '../helpers/commands.js';
import {answersOf, buttonsOf, entriesOf, listenTo, part, tick} from '../helpers/page.js';
import {UNTICKED} from './files.js';
import {openMarkup} from './open-markup.js';

const BODY = `<ipsm-consent-banner></ipsm-consent-banner>
  <form><ipsm-consent-checkbox name="consent"></ipsm-consent-checkbox></form>`;
const tag = (file: string, attributes = '') =>
  `<script src="/dist/cdn/${file}.min.js" ${attributes}></script>`;

describe('two bundles on one page', () => {
  for (const [first, second, lang] of [
    [tag('ipsm-consent'), tag('ipsm-consent', 'type="module"'), 'ru'],
    [tag('ipsm-consent'), tag('ipsm-consent.kk'), 'ru'],
    [tag('ipsm-consent.kk'), tag('ipsm-consent'), 'kk'],
    [tag('ipsm-consent.en'), tag('ipsm-consent.kk', 'async'), 'en'],
    [tag('ipsm-consent-checkbox.en'), tag('ipsm-consent.kk'), 'en'],
  ] as const) {
    it(`work as one, the first; the second is warned of once: ${first} ${second}`, async () => {
      const {document, warnings} = await openMarkup(first + second, BODY, 'ru');
      expect(warnings.filter((text) => text.includes('[twice]'))).to.have.length(1);
      const banner = document.querySelector('ipsm-consent-banner')!;
      banner.show();
      await banner.updateComplete;
      const asking = document.querySelectorAll(':state(open)');
      expect(asking).to.have.length(1);
      await clickOn(part(asking[0]!, 'later-button'));
      expect(document.querySelectorAll(':state(open)')).to.have.length(0);

      const element = document.querySelector<ConsentCheckboxElement>('ipsm-consent-checkbox')!;
      expect(element.validationMessage).to.equal(UNTICKED[lang]);
      const heard = listenTo(document);
      await tick(element);
      expect(heard.map(({cause}) => cause)).to.deep.equal(['tick']);
      const entries = entriesOf(element.form!);
      expect(Object.keys(entries)).to.deep.equal(['consent', 'consent-record']);
      expect(JSON.parse(entries['consent-record']!)).to.have.nested.property('notice.lang', lang);
    });
  }

  it('know of each other’s decisions, where their elements come from both', async () => {
    localStorage.clear();
    const files = tag('ipsm-consent-checkbox.kk') + tag('ipsm-consent-all.kk');
    const {document} = await openMarkup(files, `${BODY}<ipsm-consent-status></ipsm-consent-status>`);
    const element = document.querySelector<ConsentCheckboxElement>('ipsm-consent-checkbox')!;
    const banner = document.querySelector('ipsm-consent-banner')!;
    banner.show();
    await banner.updateComplete;
    await clickOn(answersOf(banner).accept);
    expect(element.status).to.equal('given');
    await tick(element);
    await clickOn(buttonsOf(document.querySelector('ipsm-consent-status')!, 'Келісімді қайтарып алу')[0]!);
    expect([element.status, element.checked]).to.deep.equal(['withdrawn', false]);
  });

  it('still follow the page with the first one', async () => {
    const {document} = await openMarkup(tag('ipsm-consent') + tag('ipsm-consent.kk'), BODY, 'ru');
    document.documentElement.lang = 'en';
    await new Promise(requestAnimationFrame);
    const element = document.querySelector<ConsentCheckboxElement>('ipsm-consent-checkbox')!;
    expect(element.validationMessage).to.equal(UNTICKED.en);
  });
});
