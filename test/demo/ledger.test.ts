import {expect} from 'chai';
import {expectNoAxeViolations} from '../helpers/axe.js';
import {clickOn} from '../helpers/commands.js';
import {sortedJson} from '../helpers/digest.js';
import {noticeDigest, publishedRelease, recordIn} from './answer.js';
import {committed, DemoPage, textOf} from './demo-page.js';
import {LANGS, people, scan, type Lang} from './people.js';
import {until} from './until.js';

/** What a person reads in the ledger, word for word. */
const read: Record<Lang, Record<'title' | 'link' | 'given' | 'checked' | 'words', string>> = {
  kk: {
    title: 'Келісімдер журналы',
    link: 'Журналдан көру',
    given: 'Келісті',
    checked: '✓ Тексерілді: жазба саясаттың 2026-10-01 нұсқасына сөзбе-сөз сәйкес.',
    words: 'Көрсетілген мәтін',
  },
  ru: {
    title: 'Журнал согласий',
    link: 'Посмотреть в журнале',
    given: 'Согласие дано',
    checked: '✓ Проверено: запись слово в слово соответствует версии политики 2026-10-01.',
    words: 'Показанный текст',
  },
  en: {
    title: 'Ledger of consents',
    link: 'See it in the ledger',
    given: 'Agreed',
    checked: '✓ Checked: the record matches version 2026-10-01 of the policy word for word.',
    words: 'Text shown',
  },
};

const RECORD: Record<Lang, string> = {
  kk: 'Келісім жазбасы',
  ru: 'Запись о согласии',
  en: 'Consent record',
};

const linkSaying = ({document}: DemoPage, text: string) =>
  [...document.querySelectorAll('a')].find((link) => textOf(link) === text)!;

/** Registers and follows the answer's link into the ledger; returns the id of the record. */
async function registerAndLook(page: DemoPage, lang: Lang, person = people[lang]): Promise<string> {
  await page.fillAndTick(person);
  await page.leadsOn(() => page.send());
  const {id} = recordIn(page.document, RECORD[lang]);
  await page.leadsOn(() => clickOn(linkSaying(page, read[lang].link)));
  return id;
}

/** Opens everything that is folded. */
async function unfold({document}: DemoPage): Promise<void> {
  for (const details of document.querySelectorAll('details'))
    if (!details.open) await clickOn(details.querySelector('summary')!);
}

describe('the ledger of the demo', function () {
  this.timeout(60_000);

  for (const lang of LANGS) {
    it(`shows in ${lang} who has just agreed, to which words, and that the record is genuine`, async () => {
      const page = await DemoPage.openQuietForm(`?lang=${lang}`);
      const id = await registerAndLook(page, lang);
      const {surname, given, patronymic, email} = people[lang];
      const {title, given: agreed, checked, words} = read[lang];
      const {notice} = await publishedRelease();

      expect(page.address).to.equal(`/demo-site/ledger?lang=${lang}&record=${id}`);
      expect(page.document.documentElement.lang).to.equal(lang);
      expect(textOf(page.document.querySelector('h1'))).to.equal(title);
      const entry = page.byId(`record-${id}`);
      expect(textOf(entry.querySelector('h2'))).to.equal(`${surname} ${given} ${patronymic}`);
      expect(textOf(entry.querySelector('.state'))).to.equal(agreed);
      expect(textOf(entry.querySelector('[data-check]'))).to.equal(checked);
      expect(textOf(entry.querySelector('dl'))).to.contain(email);
      const shown = [...entry.querySelectorAll('details')].find((each) => textOf(each).startsWith(words))!;
      expect(shown.open).to.equal(true);
      expect(textOf(shown.querySelector('blockquote'))).to.contain(notice[lang]!.agree);
      const {points, details} = notice[lang]!;
      expect(shown.querySelectorAll('li')).to.have.length(points.length + details.length);

      await unfold(page);
      const record = JSON.parse(entry.querySelector('pre')!.textContent) as {notice: object};
      expect(record.notice).to.deep.equal({lang, sha256: await noticeDigest(lang)});
      expect(page.problems).to.deep.equal([]);
    });

    for (const theme of ['light', 'dark']) {
      it(`leaves axe nothing to find in ${lang}, ${theme}, be it one record or all`, async () => {
        const page = await DemoPage.openQuietForm(`?lang=${lang}`);
        await registerAndLook(page, lang);
        page.document.documentElement.dataset['theme'] = theme;
        await unfold(page);
        await expectNoAxeViolations(page.document);
        const all = await DemoPage.open(`ledger?lang=${lang}`);
        all.document.documentElement.dataset['theme'] = theme;
        await expectNoAxeViolations(all.document);
        expect(all.problems).to.deep.equal([]);
      });
    }
  }

  it('fits on a screen 320 px wide, everything unfolded and with a name that has no end', async () => {
    const page = await DemoPage.openQuietForm('?lang=ru');
    await registerAndLook(page, 'ru', {...people.ru, surname: 'Щ'.repeat(100)});
    page.frame.style.width = '320px';
    await unfold(page);
    const {scrollWidth, clientWidth} = page.document.documentElement;
    // a scroll bar may take some of it
    expect(clientWidth).to.be.within(290, 320);
    expect(scrollWidth).to.equal(clientWidth);
  });

  it('shows a name as text, whatever is typed into the form', async () => {
    const page = await DemoPage.openQuietForm('?lang=en');
    const surname = '<img src=x onerror=alert(1)>';
    const id = await registerAndLook(page, 'en', {...people.en, surname});
    expect(textOf(page.byId(`record-${id}`).querySelector('h2'))).to.contain(surname);
    expect(page.document.querySelector('img')).to.equal(null);
    expect(page.problems).to.deep.equal([]);
  });

  it('shows what somebody answered in the banner, without a name', async () => {
    const page = await DemoPage.openForm('?lang=ru');
    await page.answerBanner('accept');
    const [record] = committed();
    await until('the decision on the server', () =>
      page.window.performance.getEntriesByType('resource').some(({name}) => name.endsWith('/decisions')),
    );
    const ledger = await DemoPage.open(`ledger?lang=ru&record=${record!.id}`);
    const entry = ledger.byId(`record-${record!.id}`);
    expect(textOf(entry.querySelector('h2'))).to.equal('Имя не указано');
    expect(textOf(entry.querySelector('.state'))).to.equal(read.ru.given);
    expect(textOf(entry.querySelector('[data-check]'))).to.equal(read.ru.checked);
  });

  it('is linked from the registration page, in its language, and changes language in place', async () => {
    const page = await DemoPage.openQuietForm('?lang=ru');
    const link = page.document.querySelector('a[data-ledger]')!;
    expect(textOf(link)).to.equal(read.ru.title);
    await page.leadsOn(() => clickOn(link));
    expect(page.address).to.equal('/demo-site/ledger?lang=ru');
    await page.leadsOn(() => clickOn(page.document.querySelector('.languages [hreflang=en]')!));
    expect(textOf(page.document.querySelector('h1'))).to.equal(read.en.title);
    await page.leadsOn(() => clickOn(page.document.querySelector('.brand')!));
    await page.isReady();
    expect(page.address).to.equal('/demo-site/?lang=en');
  });

  it('is linked from the answer that comes by fetch', async () => {
    const page = await DemoPage.openQuietForm('?lang=kk&send=fetch');
    await page.fillAndTick(people.kk);
    await page.send();
    const link = await until('the link', () => page.byId('answer').querySelector('a'));
    await page.leadsOn(() => clickOn(link));
    expect(textOf(page.document.querySelector('.state'))).to.equal(read.kk.given);
  });
});

describe('a record that comes a second time with other content', function () {
  this.timeout(60_000);

  it('is refused to a browser with the words to tick again, and the way back keeps what was typed', async () => {
    const page = await DemoPage.openQuietForm('?lang=en');
    await page.fillAndTick(people.en);
    await page.leadsOn(() => page.send());
    const {id} = recordIn(page.document, RECORD.en);

    await page.leadsOn(() => clickOn(page.document.querySelector('#verdict ~ p a')!));
    await page.isReady();
    page.form.addEventListener('formdata', ({formData}) => {
      const record = JSON.parse(formData.get('consent-record') as string) as object;
      formData.set('consent-record', sortedJson({...record, id}));
    });
    await page.fill(people.en);
    page.attach(await scan('scan.png'));
    await page.tick();
    await page.leadsOn(() => page.send());
    expect([...page.document.querySelectorAll('#verdict li')].map(textOf)).to.deep.equal([
      'A consent record with this number has come before with other content. If the box is ticked, untick it. Then tick it again and send again.',
    ]);

    await page.leadsOn(async () => page.window.history.back());
    await page.isReady();
    expect(page.filled).to.deep.equal(people.en);
    if (page.box.checked) await page.tick();
    await page.tick();
    await page.leadsOn(() => page.send());
    expect(recordIn(page.document, RECORD.en).id).to.not.equal(id);
    expect(page.problems).to.deep.equal([]);
  });
});
