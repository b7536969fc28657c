import {expect} from 'chai';
import {words as messages} from '../../demo/server/words.js';
import {expectNoAxeViolations} from '../helpers/axe.js';
import {clickOn, press} from '../helpers/commands.js';
import {documentDigest, recordIn} from './answer.js';
import {DemoPage, textOf} from './demo-page.js';
import {LANGS, people, scan, type Lang} from './people.js';
import {
  acceptedVersion,
  changesOf,
  hasVersion,
  lookAgain,
  manifestBy,
  messageOf,
  move,
  newToken,
  pointsOf,
  registers,
  secondRelease,
  textsOf,
} from './switches.js';
import {until} from './until.js';

const FIRST = '2026-10-01';
const SECOND = '2026-12-01';

/** Heads the list of changes for a person who has agreed before. */
const SINCE: Record<Lang, RegExp> = {
  kk: /^\d{4} жылғы \d{1,2} \p{L}+ күні келісім бергеніңізден бері саясатта не өзгерді:$/u,
  ru: /^Что изменилось в политике с \d{1,2} \p{L}+ \d{4} г\., когда вы дали согласие:$/u,
  en: /^What has changed in the policy since you agreed on \d{1,2} \p{L}+ \d{4}:$/u,
};

/** What the element adds to the server's words where the page has the version that the server wants. */
const SHOWN_ABOVE: Record<Lang, string> = {
  kk: 'Сервер саясаттың басқа нұсқасын қабылдайды, ол жоғарыда көрсетілді. Оқып, келіссеңіз, құсбелгі қойыңыз.',
  ru: 'Сервер принимает другую версию политики, она показана выше. Прочитайте её и, если согласны, поставьте отметку.',
  en: 'The server accepts another version of the policy, which is shown above. Read it and, if you agree, tick the box.',
};

/** Says that a version is to come. */
const ANNOUNCED: Record<Lang, (date: string) => string> = {
  kk: (date) => `${date} күні саясаттың жаңа нұсқасы күшіне енеді. Өзгерістер:`,
  ru: (date) => `${date} вступит в силу новая версия политики. Изменения:`,
  en: (date) => `A new version of the policy takes effect on ${date}. Changes:`,
};

const KK_MONTHS = 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(
  ' ',
);

function longDate(iso: string, lang: Lang): string {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number) as [number, number, number];
  if (lang === 'kk') return `${year} жылғы ${day} ${KK_MONTHS[month - 1]}`;
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {dateStyle: 'long'}).format(
    new Date(year, month - 1, day),
  );
}

const manifestRequests = ({window}: DemoPage, token: string) =>
  window.performance.getEntriesByType('resource').filter(({name}) => name.endsWith(`${token}/manifest.json`));

const plain = (text: string) => text.replaceAll('\u00A0', ' ');

describe('the second release of the demo’s policy', function () {
  this.timeout(60_000);

  for (const lang of LANGS) {
    it(`has in ${lang} a document of the bytes that it names, with every clause`, async () => {
      const {documents, notice} = await secondRelease();
      const {url, sha256} = documents[lang]!;
      expect(await documentDigest(`/demo-site/policy/${url}`)).to.equal(sha256);
      const page = await DemoPage.open(`policy/${url}#2.3.4`);
      expect(page.document.documentElement.lang).to.equal(lang);
      const clause = await until('the clause', () => page.document.querySelector(':target'));
      expect(clause.id).to.equal('2.3.4');
      const {points, details} = notice[lang]!;
      const named = [...points, ...details].flatMap(({clauses}) => clauses);
      expect(named.filter((id) => !page.document.getElementById(id))).to.deep.equal([]);
      const others = [...page.document.querySelectorAll<HTMLAnchorElement>('.languages a')];
      expect(others.map((link) => link.getAttribute('href'))).to.deep.equal(
        LANGS.map((other) => `${SECOND}.${other}.html`),
      );
      expect(page.problems).to.deep.equal([]);
    });

    it(`published while the page is open is what the server asks for, and the person agrees to it in ${lang}`, async () => {
      const token = newToken();
      const {notice} = await secondRelease();
      const {changes} = notice[lang]!;
      const page = await DemoPage.openForm(`?lang=${lang}&send=fetch&qa=${token}`);
      await page.answerBanner('accept');
      await page.fill(people[lang]);
      page.attach(await scan('scan.png'));
      await page.tick();
      expect(page.checkbox.record!.policy.version).to.equal(FIRST);
      // A tick after an answer looks for a new manifest: that look is over before the next release is there.
      await until('the look of the tick', () => manifestRequests(page, token).length === 2);

      await move(token, 'release', 'second');
      await page.send();
      await until('the refusal', () => messageOf(page));
      const {refusedTitle, notCurrent} = messages[lang];
      expect(messageOf(page)).to.equal(`${refusedTitle}. ${notCurrent} not-current`);
      await hasVersion(page, SECOND);
      expect(page.isBannerOpen).to.equal(false);
      expect(page.box.checked).to.equal(false);
      expect(page.focused).to.equal(page.box);
      expect(page.beside('error')).to.equal(`${notCurrent} ${SHOWN_ABOVE[lang]}`);
      await page.showBanner();
      for (const element of [page.checkbox, page.banner]) {
        expect(pointsOf(element)).to.deep.equal(textsOf(notice[lang]!));
        const [head, ...lines] = changesOf(element);
        expect(plain(head!)).to.match(SINCE[lang]);
        expect(lines).to.deep.equal(changes);
      }
      expect(page.banner.status).to.equal('outdated');
      expect(page.filled).to.deep.equal(people[lang]);
      expect(page.byId<HTMLInputElement>('documents').files).to.have.length(1);

      await page.tick();
      expect(page.beside('error')).to.equal('');
      await page.send();
      expect(await acceptedVersion(page)).to.equal(SECOND);
      expect(messageOf(page)).to.equal('');
      await until('the banner to close', () => !page.isBannerOpen);
      expect(page.problems).to.deep.equal([]);
    });

    it(`that is announced is shown in ${lang} with its date, and the first one is still agreed to`, async () => {
      const token = newToken();
      await move(token, 'release', 'announced');
      const {releases} = await manifestBy(token);
      const {effectiveFrom, notice} = releases[1]!;
      const days = (Date.parse(effectiveFrom!) - Date.now()) / (24 * 60 * 60_000);
      expect(days).to.be.within(9.9, 10);
      const page = await DemoPage.openQuietForm(`?lang=${lang}&send=fetch&qa=${token}`);
      const said = changesOf(page.checkbox).map(plain);
      expect(said).to.deep.equal([
        ANNOUNCED[lang](plain(longDate(effectiveFrom!, lang))),
        ...notice[lang]!.changes!.map(plain),
      ]);
      await page.fillAndTick(people[lang]);
      await page.send();
      expect(await acceptedVersion(page)).to.equal(FIRST);
    });
  }

  it('shows its words, and no changes, to a person who has agreed to nothing before', async () => {
    const token = newToken();
    const {notice} = await secondRelease();
    const page = await DemoPage.openQuietForm(`?lang=en&send=fetch&qa=${token}`);
    await page.fillAndTick(people.en);
    await move(token, 'release', 'second');
    await page.send();
    await hasVersion(page, SECOND);
    expect(pointsOf(page.checkbox)).to.deep.equal(textsOf(notice.en!));
    expect(changesOf(page.checkbox)).to.deep.equal([]);
    await registers(page, SECOND);
    expect(page.filled).to.deep.equal(people.en);
  });

  it('is found on return to the tab: the tick goes before the server has to refuse it', async () => {
    const token = newToken();
    const page = await DemoPage.openQuietForm(`?lang=ru&qa=${token}`);
    await page.tick();
    await move(token, 'release', 'second');
    await lookAgain(page);
    await hasVersion(page, SECOND);
    expect(page.box.checked).to.equal(false);
    expect(page.beside('status')).to.equal(
      'Вышла новая версия политики, поэтому отметка снята. Прочитайте новый текст и, если согласны, поставьте отметку снова.',
    );
    expect(page.isBannerOpen).to.equal(false);
  });

  it('is what the browser is answered with where it sends the form itself, and the way back leads there', async () => {
    const token = newToken();
    const page = await DemoPage.openQuietForm(`?lang=ru&qa=${token}`);
    await page.fillAndTick(people.ru);
    await move(token, 'release', 'second');
    await page.leadsOn(() => page.send());
    const {refusedTitle, notCurrent} = messages.ru;
    expect(textOf(page.document.querySelector('h1'))).to.equal(refusedTitle);
    expect([...page.document.querySelectorAll('#verdict li')].map(textOf)).to.deep.equal([notCurrent]);

    await page.leadsOn(() => clickOn(page.document.querySelector('#verdict ~ p a')!));
    await page.isReady();
    expect(page.address).to.equal(`/demo-site/?lang=ru&qa=${token}`);
    await hasVersion(page, SECOND);
    expect(page.box.checked).to.equal(false);
    // What was refused was no decision: there is nothing that anything has changed since.
    expect(changesOf(page.checkbox)).to.deep.equal([]);
    await page.fillAndTick(people.ru);
    await page.leadsOn(() => page.send());
    expect(recordIn(page.document, messages.ru.record).policy.version).to.equal(SECOND);
    expect(page.problems).to.deep.equal([]);
  });

  it('as an editorial change asks nobody again, and a tick for the first stays good', async () => {
    const token = newToken();
    const page = await DemoPage.openForm(`?lang=kk&send=fetch&qa=${token}`);
    await page.answerBanner('accept');
    await page.fillAndTick(people.kk);
    await move(token, 'release', 'editorial');
    await lookAgain(page);
    await hasVersion(page, '2026-10-01-mended');
    expect(page.banner.status).to.equal('given');
    expect(page.isBannerOpen).to.equal(false);
    expect(page.box.checked).to.equal(true);
    expect(changesOf(page.checkbox)).to.deep.equal([]);
    await page.send();
    expect(await acceptedVersion(page)).to.equal(FIRST);
  });
});

describe('the switches', function () {
  this.timeout(60_000);

  for (const theme of ['light', 'dark']) {
    it(`leave axe nothing to find, ${theme}, be it a new release, an announced one or a manifest that is not to be trusted`, async () => {
      const token = newToken();
      const page = await DemoPage.openForm(`?lang=kk&theme=${theme}&qa=${token}`);
      await page.answerBanner('accept');
      await move(token, 'release', 'announced');
      await lookAgain(page);
      await until('the announcement', () => changesOf(page.checkbox).length === 3);
      await expectNoAxeViolations(page.document);
      await move(token, 'release', 'second');
      await lookAgain(page);
      await hasVersion(page, SECOND);
      await page.showBanner();
      await expectNoAxeViolations(page.document);
      await page.answerBanner('later');
      await move(token, 'manifest', 'rewritten');
      await lookAgain(page);
      await until('the reason', () => !page.checkbox.matches(':state(ready)'));
      await page.checkbox.updateComplete;
      await expectNoAxeViolations(page.document);
    });
  }

  it('are turned on by a button, keep what they are set to, and touch no other page', async () => {
    const page = await DemoPage.openQuietForm('?lang=en');
    expect(page.byId('switches').getClientRects()).to.have.length(0);
    expect(page.checkbox.policy).to.equal('policy/manifest.json');
    page.byId('send-by').focus();
    await page.tabTo(page.byId('start-switches'));
    await page.leadsOn(() => press('Enter'));
    await page.isReady();
    const token = new URLSearchParams(page.window.location.search).get('qa')!;
    expect(page.address).to.equal(`/demo-site/?lang=en&qa=${token}`);
    expect(page.checkbox.policy).to.equal(`policy/${token}/manifest.json`);

    const select = page.document.querySelector<HTMLSelectElement>('select[name=release]')!;
    select.value = 'second';
    select.dispatchEvent(new Event('change', {bubbles: true}));
    await until('the word that it is set', () => textOf(page.byId('switch-status')));
    expect(textOf(page.byId('switch-status'))).to.match(/^Set on the server\./);
    await page.leadsOn(async () => page.window.location.reload());
    await hasVersion(page, SECOND);
    const shown = () => page.document.querySelector<HTMLSelectElement>('select[name=release]')!.value;
    await until('the switch as it was set', () => shown() === 'second');
    expect((await manifestBy('')).releases.map(({version}) => version)).to.deep.equal([FIRST]);
    expect(page.problems).to.deep.equal([]);
  });

  it('refuse what they do not know', async () => {
    const body = (setting: string, value: string, token = newToken()) =>
      new URLSearchParams({token, setting, value});
    for (const wrong of [
      body('release', 'third'),
      body('since', '2020-01-01'),
      body('constructor', 'name'),
      body('release', 'second', '"><b>'),
    ]) {
      expect((await fetch('/demo-site/qa', {method: 'POST', body: wrong})).status).to.equal(400);
    }
    const large = new URLSearchParams({token: newToken(), setting: 'x'.repeat(5000)});
    expect((await fetch('/demo-site/qa', {method: 'POST', body: large})).status).to.equal(413);
    const json = JSON.stringify({token: newToken(), setting: 'network', value: 'slow'});
    const headers = {'Content-Type': 'application/json'};
    const answer = await fetch('/demo-site/qa', {method: 'POST', body: json, headers});
    expect(await answer.json()).to.include({release: 'first', manifest: 'good', network: 'slow'});
  });
});
