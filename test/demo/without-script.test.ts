import {expect} from 'chai';
import type {ConsentRecord} from '../../src/core/record.js';
import {clickOn} from '../helpers/commands.js';
import {noticeDigest, publishedRelease, recordIn} from './answer.js';
import {DemoPage, textOf} from './demo-page.js';
import {LANGS, people} from './people.js';
import {move, newToken} from './switches.js';

const open = (address: string) => DemoPage.open(address, 'allow-same-origin allow-forms');
const boxNamed = (page: DemoPage, name: string) =>
  page.form.querySelector<HTMLInputElement>(`input[type=checkbox][name=${name}]`)!;
const controls = (page: DemoPage) =>
  [...page.document.querySelectorAll('button, input, select, a')].filter(
    (control) => control.getClientRects().length > 0,
  );

const SAID = {
  kk: {heading: 'Тіркелу қабылданды', record: 'Келісім жазбасы'},
  ru: {heading: 'Регистрация принята', record: 'Запись о согласии'},
  en: {heading: 'Registration accepted', record: 'Consent record'},
};

const decisions = ({purposes}: ConsentRecord) =>
  Object.fromEntries(purposes.map(({id, decision}) => [id, decision]));

describe('the registration page without scripts', function () {
  this.timeout(60_000);

  for (const lang of LANGS) {
    it(`ends in ${lang} in a registration, with a record of the words that were read and ticked`, async () => {
      const page = await open(`?lang=${lang}`);
      expect(page.checkbox.shadowRoot).to.equal(null);
      const {version, notice} = await publishedRelease();
      for (const {label, text} of notice[lang]!.points)
        expect(textOf(page.checkbox)).to.contain(`${label} ${text}`);

      await page.fill(people[lang]);
      expect(page.form.checkValidity()).to.equal(false);
      await page.send();
      expect(page.focused).to.equal(boxNamed(page, 'consent'));
      expect(textOf(boxNamed(page, 'consent').labels![0]!)).to.contain(notice[lang]!.agree);

      await clickOn(boxNamed(page, 'consent'));
      await clickOn(boxNamed(page, 'ads'));
      await page.leadsOn(() => page.send());
      expect(textOf(page.document.querySelector('h1'))).to.equal(SAID[lang].heading);
      const record = recordIn(page.document, SAID[lang].record);
      expect([record.event.state, record.event.method]).to.deep.equal(['given', 'form-fallback']);
      expect([record.policy.version, record.notice]).to.deep.equal([
        version,
        {lang, sha256: await noticeDigest(lang)},
      ]);
      expect(decisions(record)).to.include({services: 'given', ads: 'given', research: 'declined'});
      expect(page.problems).to.deep.equal([]);
    });
  }

  it('shows no control that does nothing, and leads to the other languages and to the text of the policy', async () => {
    const page = await open('?lang=ru');
    const others = controls(page).filter(
      (control) =>
        control.localName !== 'a' &&
        !page.form.contains(control) &&
        control.closest('details:not([open])') === null,
    );
    expect(others.map(({id}) => id)).to.deep.equal([]);
    await page.leadsOn(() => clickOn(page.document.querySelector('.languages [lang=en]')!));
    expect(textOf(page.document.querySelector('h1'))).to.equal('Register on the IPSM site');
    const link = page.checkbox.querySelector<HTMLAnchorElement>('.ipsm-link a')!;
    expect(link.getAttribute('href')).to.equal('policy/2026-10-01.en.html');
  });

  it('shows a tester the release of the switches, and takes the tick to it', async () => {
    const token = newToken();
    await move(token, 'release', 'second');
    const page = await open(`?lang=en&qa=${token}`);
    await page.fill(people.en);
    await clickOn(boxNamed(page, 'consent'));
    await page.leadsOn(() => page.send());
    expect(recordIn(page.document, SAID.en.record).policy.version).to.equal('2026-12-01');
  });
});

describe('a page whose fallback is its author’s own words, without scripts', function () {
  this.timeout(60_000);

  it('is not sent without the tick; with it the server says what is missing', async () => {
    const page = await open('plain.html');
    const form = page.document.forms[0]!;
    const box = form.querySelector<HTMLInputElement>('[type=checkbox]')!;
    form.querySelector<HTMLInputElement>('[name=name]')!.value = 'Айгерим Өтеғұлова';
    form.querySelector<HTMLInputElement>('[name=email]')!.value = 'aigerim@example.kz';
    const button = form.querySelector('button')!;
    await clickOn(button);
    expect([page.address, page.focused]).to.deep.equal(['/demo-site/plain.html', box]);

    await clickOn(box);
    await page.leadsOn(() => clickOn(button));
    expect(page.address).to.equal('/demo-site/plain-register');
    expect([...page.document.querySelectorAll('#verdict li')].map(textOf)).to.have.length(1);
    expect(textOf(page.document.querySelector('#verdict li'))).to.contain('JavaScript');
  });
});
