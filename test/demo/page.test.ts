import {expect} from 'chai';
import {clickOn, press, tab, typeText} from '../helpers/commands.js';
import {recordIn} from './answer.js';
import {answerOf, committed, DemoPage, part, sentenceOf, textOf} from './demo-page.js';
import {LANGS, people, scan, type Lang} from './people.js';
import {until} from './until.js';

const languageLink = (page: DemoPage, lang: Lang) =>
  page.document.querySelector(`.languages a[hreflang=${lang}]`)!;

/** From a field, as the browser's bubble beside it may take the first click. */
async function switchByKeys(page: DemoPage, lang: Lang): Promise<void> {
  await page.tabTo(languageLink(page, lang), {back: true});
  await press('Enter');
}

/** What the banner's confirmation and the box say after "I agree" in the banner. */
const AGREED: Record<Lang, {confirmed: string; beside: RegExp}> = {
  kk: {
    confirmed: 'Жауабыңыз: «Келісемін». Нысан жіберерде келісім бөлек құсбелгімен сұралады.',
    beside:
      /^\d{4} жылғы \d{1,2} \p{L}+ күні осы сайтта «Келісемін» деп жауап бердіңіз\. Нысанға бөлек құсбелгі керек: /u,
  },
  ru: {
    confirmed: 'Ваш ответ: «Даю согласие». В форме согласие спросят отдельной отметкой.',
    beside:
      /^\d{1,2} \p{L}+ \d{4} г\. вы ответили на этом сайте: «Даю согласие»\. Для формы нужна отдельная отметка: /u,
  },
  en: {
    confirmed: 'Your answer: “I agree”. A form will ask for consent with its own tick.',
    beside: /^On \d{1,2} \p{L}+ \d{4} you answered “I agree” on this site\. The form needs its own tick, /u,
  },
};

/** The server's answer, and what it calls the record in it. */
const ACCEPTED: Record<Lang, {title: string; record: string}> = {
  kk: {title: 'Тіркелу қабылданды', record: 'Келісім жазбасы'},
  ru: {title: 'Регистрация принята', record: 'Запись о согласии'},
  en: {title: 'Registration accepted', record: 'Consent record'},
};

describe('the registration page', function () {
  this.timeout(60_000);

  for (const lang of LANGS) {
    it(`leaves the box unticked and required after "I agree" in the banner, and says so in ${lang}`, async () => {
      const page = await DemoPage.openForm(`?lang=${lang}`);
      await page.answerBanner('accept');
      expect(textOf(part(page.banner, 'confirmation')!.querySelector('p'))).to.equal(AGREED[lang].confirmed);
      await until('the words beside the box', () => page.beside('status'));
      expect(page.beside('status').replaceAll('\u00A0', ' ')).to.match(AGREED[lang].beside);
      expect(page.box.checked).to.equal(false);
      expect(page.form.checkValidity()).to.equal(false);
      expect(new FormData(page.form).has('consent-record')).to.equal(false);
      expect(committed().map(({event, notice}) => [event.state, event.method, notice.lang])).to.deep.equal([
        ['given', 'banner-button', lang],
      ]);
    });
  }

  it('leads past the question and the head of the page to the form, from the first stop of the Tab key', async () => {
    const page = await DemoPage.openForm('?lang=kk');
    page.window.focus();
    await tab();
    expect(textOf(page.document.activeElement)).to.equal('Тіркелу нысанына өту');
    await press('Enter');
    await tab();
    expect(page.document.activeElement?.id).to.equal('surname');
  });

  it('changes its language in place, and keeps what was typed and a tick in the language ticked', async () => {
    const page = await DemoPage.openQuietForm('?lang=kk');
    const arrived = page.document;
    await page.fill(people.kk);
    page.attach(await scan('scan.png'));
    await page.tick();
    const {record} = page.checkbox;

    await clickOn(languageLink(page, 'ru'));
    await until('Russian beside the box', () => page.beside('status'));
    expect(page.document).to.equal(arrived);
    expect(page.address).to.equal('/demo-site/?lang=ru');
    expect(page.document.documentElement.lang).to.equal('ru');
    expect(textOf(page.document.querySelector('h1'))).to.equal('Регистрация на сайте IPSM');
    expect(languageLink(page, 'ru').getAttribute('aria-current')).to.equal('true');
    expect(languageLink(page, 'kk').hasAttribute('aria-current')).to.equal(false);
    expect(page.filled).to.deep.equal(people.kk);
    expect(page.byId<HTMLInputElement>('documents').files).to.have.length(1);
    expect(page.box.checked).to.equal(true);
    expect(page.checkbox.record).to.deep.equal(record);
    expect(page.beside('status')).to.equal(
      'Отметка поставлена под текстом на казахском и относится к нему. Чтобы согласиться с текстом на этом языке, снимите её и поставьте снова.',
    );
    expect(sentenceOf(page.checkbox)).to.match(/^Даю IPSM согласие на сбор и обработку/);

    await page.leadsOn(() => page.send());
    expect(textOf(page.document.querySelector('h1'))).to.equal('Регистрация принята');
    const received = recordIn(page.document, 'Запись о согласии');
    expect(received).to.deep.equal(record);
    expect(received.notice.lang).to.equal('kk');
    expect(page.problems).to.deep.equal([]);
  });

  it('changes the language of the banner and of a message at a field', async () => {
    const page = await DemoPage.openForm('?lang=en');
    await page.send();
    await until('a message at a field', () => textOf(page.byId('surname-error')));
    expect(textOf(page.byId('surname-error'))).to.equal('Fill in this field.');
    await switchByKeys(page, 'kk');
    await until('Kazakh in the banner', () => textOf(answerOf(page.banner, 'accept')) === 'Келісемін');
    expect(textOf(page.byId('surname-error'))).to.equal('Осы өрісті толтырыңыз.');
  });

  it('changes the language of the message beside the box', async () => {
    const page = await DemoPage.openQuietForm('?lang=en');
    await page.send();
    await until('the message beside the box', () => page.beside('error'));
    await switchByKeys(page, 'kk');
    await until('another message', () => !page.beside('error').startsWith('The box'));
    expect(page.beside('error')).to.equal('Құсбелгі қойылмаған, онсыз нысан жіберілмейді.');
  });

  it('takes the theme from the switch and keeps it in the address', async () => {
    const page = await DemoPage.openQuietForm('?lang=kk&theme=light');
    const look = () => page.window.getComputedStyle(page.document.body).backgroundColor;
    const light = look();
    page.byId('theme').focus();
    await press('ArrowDown');
    await until('the dark page', () => page.document.documentElement.dataset['theme'] === 'dark');
    expect(look()).to.not.equal(light);
    expect(page.address).to.equal('/demo-site/?lang=kk&theme=dark');
    const dark = look();
    await page.leadsOn(async () => page.window.location.reload());
    expect(page.byId<HTMLSelectElement>('theme').value).to.equal('dark');
    expect(look()).to.equal(dark);
  });

  for (const lang of LANGS)
    it(`can be gone through with the keyboard alone, from the banner to the answer, in ${lang}`, async () => {
      const page = await DemoPage.openForm(`?lang=${lang}`);
      page.window.focus();
      await page.tabTo(part(page.banner, 'later-button')!);
      await press('Escape');
      await until('the banner to close', () => !page.isBannerOpen);

      for (const [id, value] of Object.entries(people[lang])) {
        await page.tabTo(page.byId(id));
        await typeText(value);
      }
      expect(page.filled).to.deep.equal(people[lang]);
      await page.tabTo(page.box);
      await press('Enter');
      await until('the message beside the box', () => page.beside('error'));
      expect(page.focused).to.equal(page.box);
      await press(' ');
      expect(page.box.checked).to.equal(true);
      await page.leadsOn(() => press('Enter'));
      expect(page.address).to.equal('/demo-site/register');
      expect(textOf(page.document.querySelector('h1'))).to.equal(ACCEPTED[lang].title);
      expect(recordIn(page.document, ACCEPTED[lang].record).event.method).to.equal('form-checkbox');
      expect(committed()).to.have.length(1);
      expect(page.problems).to.deep.equal([]);
    });

  it('forgets this device when asked to', async () => {
    const page = await DemoPage.openForm('?lang=kk');
    await page.answerBanner('decline');
    expect(committed().map(({event}) => event.state)).to.deep.equal(['declined']);
    await clickOn(page.byId('forget'));
    await until('nothing to be on record', () => page.banner.status === 'unasked');
    expect(committed()).to.deep.equal([]);
    expect(page.byId('no-history').hidden).to.equal(false);
  });
});
