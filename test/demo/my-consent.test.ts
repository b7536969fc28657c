import {expect} from 'chai';
import type {ConsentBannerElement} from '../../src/elements/banner/consent-banner-element.js';
import type {ConsentStatusElement} from '../../src/elements/status/consent-status-element.js';
import {expectNoAxeViolations} from '../helpers/axe.js';
import {clickOn} from '../helpers/commands.js';
import {readable} from '../helpers/readable.js';
import {stub} from '../helpers/stub.js';
import {answerOf, buttonSaying, committed, DemoPage, part, textOf} from './demo-page.js';
import {LANGS, people} from './people.js';
import {move, newToken} from './switches.js';
import {until} from './until.js';

const statusOf = ({document}: DemoPage) =>
  document.querySelector<ConsentStatusElement>('ipsm-consent-status')!;

const ASK_AGAIN: Record<(typeof LANGS)[number], string> = {
  kk: 'Келісім сұрағына оралу',
  ru: 'Вернуться к вопросу о согласии',
  en: 'Back to the question',
};

async function openConsent(query: string): Promise<DemoPage> {
  const page = await DemoPage.open(`my-consent.html${query}`);
  await until('the policy', () => statusOf(page).release);
  await statusOf(page).updateComplete;
  return page;
}

/** Registers, and goes to the page by its link. */
async function register(lang: (typeof LANGS)[number]): Promise<DemoPage> {
  const page = await DemoPage.openQuietForm(`?lang=${lang}`);
  await page.fillAndTick(people[lang]);
  await page.leadsOn(() => page.send());
  page.frame.remove();
  return openConsent(`?lang=${lang}`);
}

describe('the page about one’s own consent', function () {
  this.timeout(60_000);

  it('is reached from the registration page, and says whom to write to where nothing is on record', async () => {
    const page = await DemoPage.openQuietForm('?lang=kk');
    await page.leadsOn(() => clickOn(page.document.querySelector('a[href^="my-consent.html"]')!));
    await until('the policy', () => statusOf(page).release);
    expect(textOf(part(statusOf(page), 'status'))).to.match(/жазба жоқ.+hello@ipsm\.kz$/);
    expect(page.problems).to.deep.equal([]);
  });

  it('shows what was agreed to when registering, gives confirmations, and takes a withdrawal notice', async () => {
    const page = await register('ru');
    const status = statusOf(page);
    expect(textOf(part(status, 'status')).replaceAll('\u00A0', ' ')).to.match(
      /^\d{1,2} \p{L}+ \d{4} г\. вы дали согласие на сбор и обработку ваших персональных данных \(версия политики 2026-10-01, текст на русском\)\./u,
    );

    const files: string[] = [];
    stub(page.window.HTMLAnchorElement.prototype, 'click', {
      value(this: HTMLAnchorElement) {
        files.push(this.href);
      },
    });
    for (const words of ['файл для чтения (HTML)', 'файл для проверки (JSON)'])
      await clickOn(buttonSaying(status, words));
    const [html, json] = await Promise.all(files.map(async (url) => (await fetch(url)).text()));
    expect(html).to.contain('<html lang="ru">').and.contain('Подтверждение согласия');
    expect(JSON.parse(json!)).to.deep.equal(committed()[0]);

    await clickOn(buttonSaying(status, 'Отозвать согласие'));
    await until('the acknowledgement', () =>
      textOf(part(status, 'status')).includes('сервер подтвердил получение'),
    );
    expect(committed().map(({event}) => `${event.state} ${event.method}`)).to.have.members([
      'given form-checkbox',
      'withdrawn status-button',
    ]);

    await clickOn(buttonSaying(status, 'Вернуться к вопросу о согласии'));
    const banner = () => status.shadowRoot!.querySelector<ConsentBannerElement>('ipsm-consent-banner');
    await until('the question', () => banner()?.matches(':state(open)'));
    await readable(banner()!);
    await clickOn(answerOf(banner()!, 'accept'));
    await until('the answer', () =>
      /^\d+ \p{L}+ \d{4}.г\. вы дали согласие/u.test(textOf(part(status, 'status'))),
    );
    expect(page.problems).to.deep.equal([]);
  });

  it('says that nothing is on record where the registration was refused for something else, and the tick can be made again', async () => {
    const page = await DemoPage.openQuietForm('?lang=kk');
    await page.fillAndTick({...people.kk, surname: ' '});
    await page.leadsOn(() => page.send());
    expect(page.document.querySelector('#verdict')!.className).to.equal('remark bad');
    expect(committed()).to.deep.equal([]);
    const own = await openConsent('?lang=kk');
    expect(textOf(part(statusOf(own), 'status'))).to.match(/жазба жоқ/);
    own.frame.remove();
    page.frame.remove();
    const again = await register('kk');
    expect(committed().map(({prev}) => prev)).to.deep.equal([null]);
    expect(again.problems).to.deep.equal([]);
  });

  it('says that nothing has been confirmed while the endpoint fails, and whom to write to where it refuses', async () => {
    const token = newToken();
    (await register('en')).frame.remove();
    const page = await openConsent(`?lang=en&qa=${token}`);
    const said = () => textOf(part(statusOf(page), 'status'));
    await move(token, 'endpoint', 'offline');
    await clickOn(buttonSaying(statusOf(page), 'Withdraw consent'));
    await until('the failure', () => said().includes('has not yet confirmed receipt'));
    await move(token, 'endpoint', 'refused');
    page.window.dispatchEvent(new Event('online'));
    await until('the refusal', () => said().includes('did not accept the notice'));
    expect(part(statusOf(page), 'status')!.querySelector('a')!.href).to.match(
      /^mailto:hello@ipsm\.kz\?subject=/,
    );
  });

  for (const theme of ['light', 'dark']) {
    for (const lang of LANGS) {
      it(`gives axe nothing to find in ${lang}, ${theme}`, async () => {
        const page = await openConsent(`?lang=${lang}&theme=${theme}`);
        await expectNoAxeViolations(page.document);
        await clickOn(buttonSaying(statusOf(page), ASK_AGAIN[lang]));
        await until('the question', () => part(statusOf(page), 'base')!.querySelector(':state(open)'));
        await expectNoAxeViolations(page.document);
      });
    }
  }
});
