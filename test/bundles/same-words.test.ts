import {expect} from 'chai';
import {TAGS} from '../../src/define/tags.js';
import type {ConsentBannerElement} from '../../src/elements/banner/consent-banner-element.js';
import {show, speak, textOf} from '../helpers/page.js';
import {openMarkup} from './open-markup.js';

const BODY = `<ipsm-consent-banner></ipsm-consent-banner>
  <ipsm-policy-summary></ipsm-policy-summary>
  <ipsm-consent-status></ipsm-consent-status>
  <form><ipsm-consent-checkbox name="consent"></ipsm-consent-checkbox></form>`;
const LANGS = ['kk', 'ru', 'en', 'kk'];

/** What each element says, and the box in the bubble of the browser. */
const words = (root: ParentNode) =>
  Object.keys(TAGS)
    .map((tag) => root.querySelector(tag)!)
    .map((element) => [
      textOf(element).replaceAll(' ', ''),
      (element as {validationMessage?: string}).validationMessage,
    ]);

/** The words of the package, which takes them from the catalogues of lit-localize, language after language. */
async function ofPackage() {
  const banner = show<ConsentBannerElement>(BODY, 'ipsm-consent-banner');
  banner.show();
  const said = [];
  for (const lang of LANGS) {
    await speak(lang, banner);
    said.push(words(banner.parentElement!));
  }
  return said;
}

describe('the words of the bundles', () => {
  it('are those of the package in every language, also after the page has changed it', async () => {
    const script = '<script src="/dist/cdn/ipsm-consent-all.min.js"></script>';
    const {document} = await openMarkup(script, BODY);
    document.querySelector('ipsm-consent-banner')!.show();
    const said = [];
    for (const lang of LANGS) {
      document.documentElement.lang = lang;
      await new Promise(requestAnimationFrame);
      said.push(words(document));
    }
    expect(said).to.deep.equal(await ofPackage());
  });

  it('are those of the package in the bundle for one language', async () => {
    const [kk, ru, en] = await ofPackage();
    for (const [lang, expected] of Object.entries({kk, ru, en})) {
      const script = `<script src="/dist/cdn/ipsm-consent-all.${lang}.min.js"></script>`;
      const {document} = await openMarkup(script, BODY);
      const banner = document.querySelector('ipsm-consent-banner')!;
      banner.show();
      await banner.updateComplete;
      expect(words(document), lang).to.deep.equal(expected);
    }
  });
});
