import {expect} from 'chai';
import type {ConsentCheckboxElement} from '../../src/elements/checkbox/consent-checkbox-element.js';
import {part, textOf, tick} from '../helpers/page.js';
import {until} from '../helpers/publish.js';
import {SENTENCE, UNTICKED} from './files.js';
import {openMarkup} from './open-markup.js';

const POLICY = '/demo/policy/manifest.json';

/** A page of an app that imports these modules of the package, with a manifest of its own. */
async function openApp(modules: string[], lang: string, tag = 'ipsm-consent-checkbox', after = '') {
  const imports = modules.map((module) => `import '/dist/define/${module}.js';`).join('\n');
  const {document, window} = await openMarkup(
    `<script>window.thrown = []; addEventListener('error', ({message}) => window.thrown.push(message));</script>
    <script type="module">
      ${imports}
      import {ConsentCheckboxElement, configure} from '/dist/index.js';
      configure({policy: '${POLICY}'});
      ${after}
    </script>`,
    `<form><${tag} name="consent"></${tag}></form>`,
    lang,
  );
  const element = document.querySelector<ConsentCheckboxElement>(tag)!;
  return {document, element, thrown: (window as unknown as {thrown: string[]}).thrown};
}
const ready = (element: Element) => until(() => element.matches(':state(ready)'));
const OWN_TAG = "customElements.define('app-consent', class extends ConsentCheckboxElement {});";

describe('an app that imports the package', () => {
  it('speaks the languages that it imports, and follows its page between them', async () => {
    const modules = ['kk/ipsm-consent-checkbox', 'ru/ipsm-consent-checkbox'];
    const {document, element} = await openApp(modules, 'ru');
    await ready(element);
    for (const lang of ['ru', 'kk'] as const) {
      document.documentElement.lang = lang;
      await until(() => element.validationMessage === UNTICKED[lang], `the words in ${lang}`);
      await element.updateComplete;
      expect(part(element, 'sentence').textContent).to.contain(SENTENCE[lang]);
    }
    await tick(element);
    expect(element.record!.notice.lang).to.equal('kk');
  });

  for (const lang of ['kk', 'ru', 'en'] as const)
    it(`speaks ${lang} alone where it imports that alone, with every word that the box says`, async () => {
      const {element} = await openApp([`${lang}/ipsm-consent-checkbox`], lang === 'ru' ? 'en' : 'ru');
      await ready(element);
      expect(element.validationMessage).to.equal(UNTICKED[lang]);
      expect(part(element, 'sentence').textContent).to.contain(SENTENCE[lang]);
      expect(textOf(element)).not.to.match(/undefined|function|=>/);
      await tick(element);
      expect(element.record!.notice.lang).to.equal(lang);
    });

  it('registers the class by a name of its own, with the words of a language beside it', async () => {
    const {element} = await openApp(['locales/ru'], 'kk', 'app-consent', OWN_TAG);
    await ready(element);
    expect(element.validationMessage).to.equal(UNTICKED.ru);
  });

  it('is told that it has imported no language where it registers the class without', async () => {
    const {thrown} = await openApp([], 'kk', 'app-consent', OWN_TAG);
    expect(thrown.join()).to.contain('[no-language]').and.contain('ipsm-consent/locales/kk.js');
  });
});
