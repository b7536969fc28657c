import {expect} from 'chai';
import {expectNoAxeViolations} from '../helpers/axe.js';
import {clickOn} from '../helpers/commands.js';
import {contrastIn} from '../helpers/contrast.js';
import {DemoPage, part, textOf} from './demo-page.js';
import {openState, rootsIn} from './gallery-frames.js';
import {LANGS, people, scan} from './people.js';
import {until} from './until.js';

const THEMES = ['light', 'dark'] as const;

/** Says in which state of the page something was found. */
async function check(page: DemoPage, state: string): Promise<void> {
  try {
    await expectNoAxeViolations(page.document);
  } catch (error) {
    throw new Error(`${state}: ${(error as Error).message}`, {cause: error});
  }
}

describe('a page of the demo', function () {
  this.timeout(60_000);

  const addresses = [
    ...['', 'my-consent.html', 'banner-inline.html', 'ledger', 'policy/2026-10-01.ru.html'],
    'gallery.html?state=box-ticked',
  ];
  for (const address of addresses)
    for (const lang of LANGS)
      it(`is no wider than a small phone with letters of twice the size: /${address}, ${lang}`, async () => {
        const page = await DemoPage.open(`${address}${address.includes('?') ? '&' : '?'}lang=${lang}`);
        page.frame.style.width = '320px';
        const large = new page.window.CSSStyleSheet();
        large.replaceSync(':root:root { font-size: 200% !important }');
        page.document.adoptedStyleSheets = [...page.document.adoptedStyleSheets, large];
        expect(page.window.getComputedStyle(page.document.body).fontSize).to.equal('32px');
        const {scrollWidth, clientWidth} = page.document.documentElement;
        expect(scrollWidth).to.equal(clientWidth);
      });

  for (const theme of THEMES) {
    it(`draws around every field and choice an edge that can be told from the paper: ${theme}`, async () => {
      const page = await DemoPage.open(`?theme=${theme}`);
      const controls = [...page.document.querySelectorAll('.field input, select')];
      expect(controls).to.have.lengthOf.at.least(7);
      for (const control of controls) {
        const {borderTopStyle, borderTopWidth, borderTopColor} = page.window.getComputedStyle(control);
        expect(borderTopStyle, control.id).to.be.oneOf(['solid', 'dashed']);
        expect(parseFloat(borderTopWidth), control.id).to.be.at.least(1);
        // WCAG 2.2, 1.4.11
        expect(contrastIn(control, borderTopColor), control.id).to.be.at.least(3);
      }
    });

    for (const lang of LANGS) {
      it(`gives axe nothing to find: registration in ${lang}, ${theme}, from the banner to the answer`, async () => {
        const page = await DemoPage.openForm(`?lang=${lang}&theme=${theme}&send=fetch`);
        expect(page.window.getComputedStyle(page.document.documentElement).colorScheme).to.equal(theme);
        await check(page, 'with the banner');

        await page.answerBanner('later');
        await check(page, 'after "not now"');

        await page.send();
        await until('the messages', () => page.beside('error') && textOf(page.byId('surname-error')));
        await check(page, 'with messages at the fields and beside the box');

        await page.fill(people[lang]);
        page.attach(await scan('scan.png'));
        await page.tick();
        expect(page.box.checked).to.equal(true);
        await check(page, 'ticked');

        await page.send();
        await until('the answer', () => page.byId('answer').querySelector('pre'));
        await check(page, 'with the answer');
      });

      it(`gives axe nothing to find: registration in ${lang}, ${theme}, answered in the banner`, async () => {
        const page = await DemoPage.openForm(`?lang=${lang}&theme=${theme}`);
        await page.answerBanner('accept');
        await until('the words beside the box', () => page.beside('status'));
        expect(part(page.banner, 'confirmation')!.getClientRects()).to.have.length(1);
        await check(page, 'with the confirmation');
      });

      it(`gives axe nothing to find: a state in the gallery, with its report, in ${lang}, ${theme}`, async () => {
        const page = await DemoPage.open(`gallery.html?state=box-ticked&lang=${lang}&theme=${theme}`);
        await until('its record', () => textOf(page.byId('record')));
        page.byId('copy-report').click();
        await until('the report', () => page.byId<HTMLTextAreaElement>('report').value);
        await check(page, 'with the report');
        expect(page.problems).to.deep.equal([]);
      });
    }

    it(`gives axe nothing to find: the server's answer, ${theme}, be it a yes or a no`, async () => {
      const page = await DemoPage.openQuietForm('?lang=kk');
      const dark = () => (page.document.documentElement.dataset['theme'] = theme);
      await page.fillAndTick(people.kk);
      await page.leadsOn(() => page.send());
      dark();
      expect(page.document.querySelector('.remark.good')).to.not.equal(null);
      await check(page, 'accepted');

      await page.leadsOn(() => clickOn(page.document.querySelector('#verdict ~ p a')!));
      await page.isReady();
      page.form.addEventListener('formdata', ({formData}) => formData.delete('consent-record'));
      await page.fillAndTick(people.kk);
      await page.leadsOn(() => page.send());
      dark();
      expect(page.document.querySelector('.remark.bad')).to.not.equal(null);
      await check(page, 'refused');
    });

    for (const address of ['banner-inline.html', ...LANGS.map((lang) => `policy/2026-10-01.${lang}.html`)]) {
      it(`gives axe nothing to find: ${address}, ${theme}`, async () => {
        const page = await DemoPage.open(address);
        page.document.documentElement.dataset['theme'] = theme;
        const banner = page.document.querySelector('ipsm-consent-banner');
        if (banner) await until('the banner', () => banner.matches(':state(open)'));
        expect(textOf(page.document.querySelector('h1'))).to.not.equal('');
        await check(page, address);
      });
    }
  }

  it('gives axe nothing to find: plain.html, which knows no themes', async () => {
    const page = await DemoPage.open('plain.html');
    expect(page.document.querySelector('ipsm-consent-checkbox')!.matches(':state(ready)')).to.equal(true);
    await check(page, 'plain.html');
  });

  it('says where to write in the same place on each page, and in each element (3.2.6)', async () => {
    for (const address of ['', 'my-consent.html']) {
      const page = await DemoPage.open(`${address}?lang=kk`);
      const link = page.document.querySelector<HTMLAnchorElement>('.foot > p:first-child > a')!;
      expect(link.href, address).to.equal('mailto:hello@ipsm.kz');
      page.close();
    }
    for (const state of ['box', 'summary', 'banner-open'] as const) {
      const page = await openState(state, 'lang=kk');
      const [root] = rootsIn(page) as [ShadowRoot];
      const operator = root.querySelector('[part=operator]')!;
      expect(textOf(operator), state).to.contain('hello@ipsm.kz');
      const [first] = root.querySelectorAll('[part=operator], dl, input, button');
      expect(first, state).to.equal(operator);
      page.close();
    }
  });

  it('would not get past axe with a fault', async () => {
    const page = await DemoPage.openQuietForm('?lang=kk&theme=light');
    page.byId('email-hint').style.color = '#ddd';
    page.byId('email').removeAttribute('id');
    const found = await expectNoAxeViolations(page.document).then(
      () => 'nothing',
      (error: Error) => error.message,
    );
    expect(found).to.match(/^- color-contrast .*\n {2}at #email-hint$/m);
    expect(found).to.match(/^- label /m);
  });
});
