import {expect} from 'chai';
import {dateInSentence, formatDate} from '../../src/l10n/format-date.js';
import {languageName, PAGE_LANGS} from '../../src/l10n/languages.js';
import {ipsmPolicy} from '../../src/policies/ipsm.js';
import {fetchJson} from '../helpers/json.js';

/** What a translation has: the ids of its catalogue, and of its xliff file. */
async function translated(lang: string) {
  const {templates} = (await import(`../../src/l10n/generated/locales/${lang}.ts`)) as {templates: object};
  const xliff = new DOMParser().parseFromString(await (await fetch(`/xliff/${lang}.xlf`)).text(), 'text/xml');
  const units = [...xliff.querySelectorAll('trans-unit')];
  return {
    inCatalogue: Object.keys(templates).sort(),
    inXliff: units.map(({id}) => id).sort(),
    untranslated: units.filter((unit) => !unit.querySelector('target')?.textContent.trim()).map(({id}) => id),
  };
}

describe('the table of languages', () => {
  it('begins with Kazakh, the language that the words are written in', () => {
    expect(PAGE_LANGS[0]).to.equal('kk');
  });

  it('is what lit-localize.json says', async () => {
    const config = (await fetchJson('/lit-localize.json')) as {sourceLocale: string; targetLocales: string[]};
    expect([config.sourceLocale, ...config.targetLocales]).to.deep.equal(PAGE_LANGS);
  });

  for (const lang of PAGE_LANGS) {
    it(`has for ${lang} a bundled notice with its digest, a name and dates`, () => {
      const [release] = ipsmPolicy.manifest.releases;
      expect(release!.notice).to.have.property(lang);
      expect(ipsmPolicy.noticeSha256[lang]).to.match(/^[0-9a-f]{64}$/);
      expect(languageName(lang)).to.match(/^\p{L}+$/u);
      const date = new Date(2026, 2, 5);
      for (const written of [formatDate(date, lang), dateInSentence(date, lang)])
        expect(written)
          .to.match(/2026.*5|5.*2026/)
          .and.to.match(/\p{L}{4}/u);
    });
  }

  for (const lang of PAGE_LANGS.slice(1)) {
    it(`has for ${lang} a whole catalogue, made from its xliff file`, async () => {
      const {inCatalogue, inXliff, untranslated} = await translated(lang);
      expect(untranslated).to.deep.equal([]);
      expect(inCatalogue).to.deep.equal(inXliff);
    });
  }

  it('calls a language that it does not know by its code', () => {
    expect(languageName('de')).to.equal('de');
    expect(languageName('constructor')).to.equal('constructor');
  });
});
