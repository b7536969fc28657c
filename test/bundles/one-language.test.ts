import {expect} from 'chai';
import type {ConsentCheckboxElement} from '../../src/elements/checkbox/consent-checkbox-element.js';
import {part, textOf, tick} from '../helpers/page.js';
import {until} from '../helpers/publish.js';
import {FILES, SENTENCE, UNTICKED} from './files.js';
import {openMarkup} from './open-markup.js';

const BODY = '<form><ipsm-consent-checkbox name="consent"></ipsm-consent-checkbox></form>';
const checkboxIn = (document: Document) =>
  document.querySelector<ConsentCheckboxElement>('ipsm-consent-checkbox')!;
const ready = (element: Element) => until(() => element.matches(':state(ready)'));

for (const {file, lang} of FILES.filter(({file}) => /\.(kk|ru|en)\.min/.test(file))) {
  const other = lang === 'ru' ? 'en' : 'ru';

  describe(`dist/cdn/${file}`, () => {
    it('speaks its language whatever the page, the tag or a later change of the page says', async () => {
      const script = `<script src="/dist/cdn/${file}" data-ipsm-lang="${other}"></script>`;
      const {document} = await openMarkup(script, BODY, other);
      const element = checkboxIn(document);
      document.documentElement.lang = other === 'ru' ? 'kk' : 'ru';
      await new Promise(requestAnimationFrame);
      expect(element.validationMessage).to.equal(UNTICKED[lang]);
      expect(part(element, 'sentence').textContent).to.contain(SENTENCE[lang]);
      await tick(element);
      expect(element.record!.notice.lang).to.equal(lang);
    });

    it("takes a manifest's notice in its language", async () => {
      const script = `<script src="/dist/cdn/${file}" data-ipsm-policy="/demo/policy/manifest.json"></script>`;
      const element = checkboxIn((await openMarkup(script, BODY, other)).document);
      await ready(element);
      await tick(element);
      expect(element.record).to.have.nested.include({
        'policy.source': 'network',
        'policy.lang': lang,
        'notice.lang': lang,
      });
    });
  });
}

describe('a bundle for one language', () => {
  it('shows the notice that a manifest has where it has none in its language, and says so', async () => {
    const script = `<script src="/dist/cdn/ipsm-consent.kk.min.js" data-ipsm-policy="/test/bundles/pages/only-russian.json"></script>`;
    const element = checkboxIn((await openMarkup(script, BODY)).document);
    await ready(element);
    expect(part(element, 'sentence').lang).to.equal('ru');
    expect(part(element, 'base').lang).to.equal('kk');
    expect(part(element, 'sentence').textContent).to.equal('Я согласен');
    expect(textOf(element)).to.contain('Қазақша мәтін жоқ, орысша мәтін көрсетілді.');
    await tick(element);
    expect(element.record!.notice.lang).to.equal('ru');
  });
});
